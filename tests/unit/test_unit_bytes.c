/* The byte form: what was encoded decodes to the same text, and damage of every kind is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "support.h"
#include "unit/bytes.h"

static const char source[] =
    "extern int read(int, char *, unsigned long);\n"
    "extern void puts_(const char *);\n"
    "struct conn { int fd; struct conn *next; int (*cb)(struct conn *c); };\n"
    "static int on_read(struct conn *c);\n"
    "static struct conn table[2] = {{1, 0, on_read}, {.cb = on_read}};\n"
    "int counter __attribute__((annotate(\"x\")));\n"
    "static int on_read(struct conn *c)\n"
    "{\n"
    "    char buf[10];\n"
    "    int i; /* NOLINT */\n"
    "    for (i = 0; i < 10; i++)\n"
    "        if (read(c->fd, &buf[i], 1) < 0 && c->next)\n"
    "            return table[buf[i]].cb(c->next ? c->next : c);\n"
    "    switch (i) { case 1 ... 3: puts_(\"x\"); }\n"
    "    return counter + broken;\n"
    "}\n"
    "int after(void) { return on_read(table); }\n";

enum { SUM_AT = 8, SUMMED_FROM = 16 }; /* where the checksum is, and what it covers */

struct fixture {
    struct arena arena;
    const struct unit *u;
    struct buf bytes;
};

static int setup(void **state)
{
    static struct fixture f;

    memset(&f, 0, sizeof f);
    arena_init(&f.arena);
    f.u = unit_from_c(&f.arena, source, "a.c");
    unit_encode(f.u, &f.bytes);
    *state = &f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    buf_release(&f->bytes);
    arena_release(&f->arena);
    return 0;
}

/* Decodes a copy of exactly n bytes, so that the sanitizer sees a read behind its end. */
static bool decodes(const char *bytes, size_t n, struct buf *text)
{
    ERR_CLEANUP struct err err = {0};
    struct unit u;
    void *copy = NULL;

    assert_int_equal(posix_memalign(&copy, 16, n > 0 ? n : 1), 0);
    memcpy(copy, bytes, n);
    bool is_good = unit_decode(copy, n, &u, &err);
    assert_int_equal(is_good, err.text.n == 0);
    if (is_good)
        unit_dump(&u, "/t", text);
    free(copy);
    return is_good;
}

static void put_sum(struct buf *b)
{
    uint64_t sum = hash64(b->s + SUMMED_FROM, b->n - SUMMED_FROM);
    memcpy(b->s + SUM_AT, &sum, sizeof sum);
}

static void test_round_trip(void **state)
{
    struct fixture *f = *state;
    BUF_CLEANUP struct buf before = {0}, after = {0}, again = {0};

    unit_dump(f->u, "/t", &before);
    assert_true(decodes(f->bytes.s, f->bytes.n, &after));
    assert_string_equal(buf_str(&before), buf_str(&after));
    assert_non_null(strstr(buf_str(&before), "function on_read"));
    unit_encode(f->u, &again);
    assert_int_equal(again.n, f->bytes.n);
    assert_memory_equal(again.s, f->bytes.s, again.n);
}

static void test_every_truncation_is_refused(void **state)
{
    struct fixture *f = *state;
    BUF_CLEANUP struct buf text = {0};

    for (size_t n = 0; n < f->bytes.n; n++)
        assert_false(decodes(f->bytes.s, n, &text));
    buf_addc(&f->bytes, '\0');
    assert_false(decodes(f->bytes.s, f->bytes.n, &text));
}

static void test_every_flipped_byte_is_refused(void **state)
{
    struct fixture *f = *state;
    BUF_CLEANUP struct buf text = {0};

    for (size_t i = 0; i < f->bytes.n; i++) {
        f->bytes.s[i] ^= 0x40;
        assert_false(decodes(f->bytes.s, f->bytes.n, &text));
        f->bytes.s[i] ^= 0x40;
    }
}

/* With the sum put right: it may decode or not, but what decodes can be printed safely. */
static void test_flipped_bytes_under_a_right_sum_do_no_harm(void **state)
{
    static const unsigned char flips[] = {0xff, 0x01, 0x80};
    struct fixture *f = *state;
    size_t n_good = 0, n_bad = 0;

    for (size_t i = SUMMED_FROM; i < f->bytes.n; i += 3) {
        BUF_CLEANUP struct buf text = {0};
        char flip = (char)flips[i % 7 % 3];
        f->bytes.s[i] ^= flip;
        put_sum(&f->bytes);
        if (decodes(f->bytes.s, f->bytes.n, &text))
            n_good++;
        else
            n_bad++;
        f->bytes.s[i] ^= flip;
    }
    assert_true(n_good > 0);
    assert_true(n_bad > f->bytes.n / 30);
}

/* ---- one wrong entry each ---- */

struct damage {
    const char *name;
    void (*harm)(struct unit *u);
};
#define EDIT(table, T, i) (((T *)(uintptr_t)u->table)[i])

static void harm_null_entry(struct unit *u)
{
    EDIT(syms, struct unit_sym, 0).kind = 1;
}
static void harm_str(struct unit *u)
{
    EDIT(syms, struct unit_sym, 1).name.v = u->n_str_ends;
}
static void harm_string_end(struct unit *u)
{
    EDIT(str_ends, uint32_t, 2)++;
}
static void harm_field_owner(struct unit *u)
{
    EDIT(fields, struct unit_field, 1).record.v = 0;
}
static void harm_type_cycle(struct unit *u)
{
    EDIT(types, struct unit_type, 2).elem.v = 2;
}
static void harm_sym_kind(struct unit *u)
{
    EDIT(funcs, struct unit_func, 1).sym.v = 0;
}
static void harm_op_kind(struct unit *u)
{
    EDIT(ops, struct unit_op, 1).kind = OP_ASM + 1;
}
static void harm_args_run(struct unit *u)
{
    EDIT(ops, struct unit_op, 1).args = (struct range){u->n_args - 1, 2};
}
static void harm_block_runs(struct unit *u)
{
    EDIT(blocks, struct unit_block, 2).ops.n++;
}
static void harm_succ(struct unit *u)
{
    EDIT(succs, struct unit_succ, 1).to.v = u->n_blocks - 1; /* another function's */
}
static void harm_term(struct unit *u)
{
    for (uint32_t i = 1; i < u->n_blocks; i++)
        if (u->blocks[i].term == TERM_BRANCH)
            EDIT(blocks, struct unit_block, i).term = TERM_JUMP;
}
static void harm_loop_parent(struct unit *u)
{
    EDIT(loops, struct unit_loop, 1).parent.v = 1;
}
static void harm_init_root(struct unit *u)
{
    for (uint32_t i = 1; i < u->n_paths; i++)
        if (u->paths[i].root == ROOT_PARAM)
            EDIT(inits, struct unit_init, 1).path.v = i;
}
static void harm_param_index(struct unit *u)
{
    for (uint32_t i = 1; i < u->n_paths; i++)
        if (u->paths[i].root == ROOT_PARAM)
            EDIT(paths, struct unit_path, i).id = 1;
}
static void harm_val_cycle(struct unit *u)
{
    for (uint32_t i = 1; i < u->n_vals; i++)
        if (u->vals[i].kind == VAL_BIN)
            EDIT(vals, struct unit_val, i).a = i;
}
/* The operand of the load that the value stands for. */
static void harm_long_cycle(struct unit *u)
{
    for (uint32_t i = 1; i < u->n_vals; i++) {
        if (u->vals[i].kind != VAL_LOAD)
            continue;
        uint32_t path = u->ops[u->vals[i].a].path.v;
        EDIT(paths, struct unit_path, path).root = ROOT_VAL;
        EDIT(paths, struct unit_path, path).id = i;
    }
}
static void harm_foreign_op(struct unit *u)
{
    for (uint32_t i = 1; i < u->n_vals; i++)
        if (u->vals[i].kind == VAL_CALL)
            EDIT(vals, struct unit_val, i).a = u->n_ops - 1;
}
static void harm_load_of_call(struct unit *u)
{
    for (uint32_t i = 1; i < u->n_vals; i++)
        if (u->vals[i].kind == VAL_CALL)
            EDIT(vals, struct unit_val, i).kind = VAL_LOAD;
}
static void harm_attr_target(struct unit *u)
{
    EDIT(attrs, struct unit_attr, 1).target_kind = ATTR_ON_RECORD + 1;
}
static void harm_macro_chain(struct unit *u)
{
    EDIT(places, struct unit_place, 2).macro.v = 1;
    EDIT(places, struct unit_place, 3).macro.v = 2;
}

static void test_each_kind_of_damage_is_refused(void **state)
{
#define DAMAGE(name) {#name, harm_##name}
    static const struct damage damages[] = {
        DAMAGE(null_entry), DAMAGE(str), DAMAGE(string_end), DAMAGE(field_owner),
        DAMAGE(type_cycle), DAMAGE(sym_kind), DAMAGE(op_kind), DAMAGE(args_run),
        DAMAGE(block_runs), DAMAGE(succ), DAMAGE(term), DAMAGE(loop_parent),
        DAMAGE(init_root), DAMAGE(param_index), DAMAGE(val_cycle), DAMAGE(long_cycle),
        DAMAGE(foreign_op), DAMAGE(load_of_call), DAMAGE(attr_target), DAMAGE(macro_chain),
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
        BUF_CLEANUP struct buf bytes = {0}, text = {0};
        ERR_CLEANUP struct err err = {0};
        struct unit u;
        void *copy = NULL;

        assert_int_equal(posix_memalign(&copy, 16, f->bytes.n), 0);
        memcpy(copy, f->bytes.s, f->bytes.n);
        assert_true(unit_decode(copy, f->bytes.n, &u, &err));
        damages[i].harm(&u);
        unit_encode(&u, &bytes); /* with the right sum */
        if (decodes(bytes.s, bytes.n, &text))
            fail_msg("not refused: %s", damages[i].name);
        free(copy);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_round_trip),
        TEST(test_every_truncation_is_refused),
        TEST(test_every_flipped_byte_is_refused),
        TEST(test_flipped_bytes_under_a_right_sum_do_no_harm),
        TEST(test_each_kind_of_damage_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
