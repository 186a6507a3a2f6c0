/*
 * The byte form of a unit with bytes turned round. Random bytes would fail at the magic word, so
 * the input is a list of patches (two bytes place, one byte value) to a small unit that is good;
 * the checksum is put right again, as a careful enemy would. What decodes is printed: check must
 * have caught the rest.
 */
#include <stdlib.h>
#include <string.h>

#include "unit/builder.h"
#include "unit/bytes.h"

enum { SUM_AT = 8, SUMMED_FROM = 16 }; /* where unit/bytes.c has the checksum */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static path_id field_path(struct unit_builder *b, path_id base, field_id field, type_id type)
{
    base = builder_path_add(b, base, (struct unit_sel){.kind = SEL_DEREF}, type);
    return builder_path_add(b, base, (struct unit_sel){.kind = SEL_FIELD, .id = field.v}, type);
}

/* int run(struct conn *c) { while (c->fd) c->fd = c->fd - 1; return 0; } */
static void add_function(struct unit_builder *b, sym_id sym, type_id type, field_id field,
                         place_id place)
{
    func_id f = builder_func_begin(b, &(struct unit_func){.sym = sym, .place = place});
    local_id c = builder_local(b, &(struct unit_local){.name = builder_str(b, "c"), .type = type});
    block_id head = builder_block(b);
    block_id body = builder_block(b);
    block_id end = builder_block(b);
    path_id path = field_path(b, builder_path(b, ROOT_LOCAL, c.v, type), field, type);
    struct unit_op op = {.kind = OP_LOAD, .place = place, .path = path};
    val_id loaded;

    ASSERT(f.v != 0);
    loaded = builder_val(b, &(struct unit_val){
        .kind = VAL_LOAD, .a = builder_op(b, head, &op, NULL, 0).v, .type = type});
    builder_branch(b, head, loaded, body, end, place);
    op.kind = OP_STORE;
    op.val = builder_int(b, 7, type);
    (void)builder_op(b, body, &op, NULL, 0);
    builder_jump(b, body, head);
    builder_return(b, end, builder_int(b, 0, type), place);
    builder_func_end(b, QUALITY_OK, (str_id){0}, 9);
}

static void build(struct arena *a, struct buf *out)
{
    struct unit_builder *b = builder_new(a);
    file_id file = builder_file(b, &(struct unit_file){.name = builder_str(b, "/s/a.c")});
    place_id place = builder_place(b, file, 3, 5, (place_id){0});
    type_id type = builder_type(b, &(struct unit_type){.kind = TYPE_INT, .size = 4}, NULL, 0);
    record_id record = builder_record(b, &(struct unit_record){.name = builder_str(b, "conn")});
    struct unit_field field = {.name = builder_str(b, "fd"), .type = type};
    sym_id sym = builder_sym(b, &(struct unit_sym){
        .name = builder_str(b, "run"), .kind = SYM_FUNC, .type = type, .place = place});

    builder_record_fields(b, record, &field, 1);
    add_function(b, sym, type, builder_field_at(b, record, 0), place);
    unit_encode(builder_finish(b, &(struct unit_info){.main_file = file}), out);
}

static void patch(struct buf *bytes, const uint8_t *data, size_t n)
{
    uint64_t sum;

    for (size_t i = 0; i + 3 <= n; i += 3)
        bytes->s[(data[i] | (size_t)data[i + 1] << 8) % bytes->n] = (char)data[i + 2];
    sum = hash64(bytes->s + SUMMED_FROM, bytes->n - SUMMED_FROM);
    memcpy(bytes->s + SUM_AT, &sum, sizeof sum);
}

static bool decode_and_print(const struct buf *bytes, struct err *err)
{
    BUF_CLEANUP struct buf text = {0};
    struct unit unit;
    void *copy = aligned_alloc(16, (bytes->n + 15) & ~(size_t)15);
    bool is_good;

    if (!copy)
        out_of_memory();
    memcpy(copy, bytes->s, bytes->n);
    is_good = unit_decode(copy, bytes->n, &unit, err);
    if (is_good)
        unit_dump(&unit, NULL, &text);
    free(copy);
    return is_good;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ERR_CLEANUP struct err err = {0};
    BUF_CLEANUP struct buf bytes = {0};
    struct arena a;

    arena_init(&a);
    build(&a, &bytes);
    ASSERT(bytes.n > SUMMED_FROM);
    if (!decode_and_print(&bytes, &err))
        bug_at(__FILE__, __LINE__, buf_str(&err.text)); /* the seed itself must be good */
    patch(&bytes, data, n);
    if (!decode_and_print(&bytes, &err))
        ASSERT(err.text.n > 0);
    arena_release(&a);
    return 0;
}
