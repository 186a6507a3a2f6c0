/* The builder: equal things get equal ids, functions are laid out and their ids rewritten. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "unit/builder.h"
#include "unit/bytes.h"

struct fixture {
    struct arena arena;
    struct unit_builder *b;
    type_id type;
    sym_id sym;
};

static int setup(void **state)
{
    static struct fixture f;
    struct unit_sym sym = {.kind = SYM_FUNC};

    memset(&f, 0, sizeof f);
    arena_init(&f.arena);
    f.b = builder_new(&f.arena);
    f.type = builder_type(f.b, &(struct unit_type){.kind = TYPE_INT, .size = 4}, NULL, 0);
    sym.name = builder_str(f.b, "fn");
    f.sym = builder_sym(f.b, &sym);
    *state = &f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    arena_release(&f->arena);
    return 0;
}

static const struct unit *finish(struct fixture *f)
{
    struct unit_file file = {.name = builder_str(f->b, "/t/a.c"), .flags = FILE_MAIN};
    struct unit_info info = {.main_file = builder_file(f->b, &file)};
    return builder_finish(f->b, &info);
}

static func_id begin(struct fixture *f)
{
    return builder_func_begin(f->b, &(struct unit_func){.sym = f->sym});
}

static void end(struct fixture *f)
{
    builder_func_end(f->b, QUALITY_OK, (str_id){0}, 1);
}

static op_id add_call(struct fixture *f, block_id block)
{
    struct unit_op op = {.kind = OP_CALL, .callee = f->sym, .type = f->type};
    return builder_op(f->b, block, &op, NULL, 0);
}

static val_id call_val(struct fixture *f, op_id op)
{
    return builder_val(f->b, &(struct unit_val){.kind = VAL_CALL, .a = op.v, .type = f->type});
}

static void test_equal_things_have_equal_ids(void **state)
{
    struct fixture *f = *state;
    struct unit_type fn = {.kind = TYPE_FUNCTION, .elem = f->type};
    type_id two[] = {f->type, f->type};

    assert_int_equal(builder_str(f->b, "x").v, builder_strn(f->b, "xy", 1).v);
    assert_int_equal(builder_str(f->b, "").v, 0);
    type_id t1 = builder_type(f->b, &fn, two, 2), t2 = builder_type(f->b, &fn, two, 2);
    assert_int_equal(t1.v, t2.v);
    assert_int_not_equal(t1.v, builder_type(f->b, &fn, two, 1).v);
    assert_int_equal(builder_int(f->b, 7, f->type).v, builder_int(f->b, 7, f->type).v);
    assert_int_not_equal(builder_int(f->b, 7, f->type).v, builder_int(f->b, 8, f->type).v);
    path_id p = builder_path(f->b, ROOT_PARAM, 0, f->type);
    struct unit_sel deref = {.kind = SEL_DEREF};
    path_id q = builder_path_add(f->b, p, deref, f->type);
    assert_int_not_equal(p.v, q.v);
    assert_int_equal(q.v, builder_path_add(f->b, p, deref, f->type).v);
    assert_int_equal(builder_sel_get(f->b, q, 0).kind, SEL_DEREF);
}

static void test_long_paths_are_cut_with_a_mark(void **state)
{
    struct fixture *f = *state;
    path_id p = builder_path(f->b, ROOT_PARAM, 0, f->type);
    struct unit_sel deref = {.kind = SEL_DEREF};

    for (int i = 0; i < PATH_MAX_SELECTORS; i++)
        p = builder_path_add(f->b, p, deref, f->type);
    assert_int_equal(builder_path_get(f->b, p).flags, 0);
    path_id rest = builder_path_add(f->b, p, deref, f->type);
    assert_int_equal(builder_path_get(f->b, rest).flags, PATH_REST);
    assert_int_equal(builder_path_get(f->b, rest).sels.n, PATH_MAX_SELECTORS);
    assert_int_equal(rest.v, builder_path_add(f->b, rest, deref, f->type).v);
}

static void test_deep_values_are_cut(void **state)
{
    struct fixture *f = *state;
    struct unit_val v = {.kind = VAL_UN, .oper = OPER_NEG, .type = f->type};

    v.a = builder_int(f->b, 1, f->type).v;
    for (int i = 1; i < UNIT_MAX_DEPTH; i++) {
        v.a = builder_val(f->b, &v).v;
        assert_int_equal(builder_val_get(f->b, (val_id){v.a}).kind, VAL_UN);
    }
    assert_int_equal(builder_val_get(f->b, builder_val(f->b, &v)).kind, VAL_UNKNOWN);
}

/* Blocks made in one order, linked in another: ops follow the blocks, values follow the ops. */
static void test_layout_rewrites_op_ids(void **state)
{
    struct fixture *f = *state;

    begin(f);
    block_id entry = builder_block(f->b), last = builder_block(f->b), mid = builder_block(f->b);
    op_id op_last = add_call(f, last), op_mid = add_call(f, mid), op_entry = add_call(f, entry);
    val_id from_mid = call_val(f, op_mid), from_last = call_val(f, op_last);
    path_id heap = builder_path(f->b, ROOT_CALL, op_entry.v, f->type);
    builder_jump(f->b, entry, mid);
    builder_jump(f->b, entry, last); /* the first one counts */
    builder_branch(f->b, mid, from_mid, last, entry, (place_id){0});
    builder_return(f->b, last, from_last, (place_id){0});
    end(f);
    const struct unit *u = finish(f);
    const struct unit_func *fn = &u->funcs[1];
    assert_int_equal(fn->blocks.n, 3);
    assert_int_equal(fn->ops.n, 3);
    assert_int_equal(u->vals[from_mid.v].a, fn->ops.first + 1);
    assert_int_equal(u->vals[from_last.v].a, fn->ops.first + 2);
    assert_int_equal(u->paths[heap.v].id, fn->ops.first);
    assert_int_equal(u->blocks[fn->blocks.first].term, TERM_JUMP);
    assert_int_equal(u->blocks[fn->blocks.first].succs.n, 1);
    const struct unit_block *branch = &u->blocks[fn->blocks.first + 1];
    assert_int_equal(u->succs[branch->succs.first].to.v, fn->blocks.first + 2);
    assert_int_equal(u->succs[branch->succs.first + 1].to.v, fn->blocks.first);
}

static void test_what_mentions_a_dropped_op_becomes_unknown(void **state)
{
    struct fixture *f = *state;

    begin(f);
    block_id entry = builder_block(f->b), dead = builder_block(f->b);
    op_id op = add_call(f, dead);
    val_id val = call_val(f, op);
    path_id path = builder_path(f->b, ROOT_CALL, op.v, f->type);
    builder_return(f->b, entry, val, (place_id){0});
    builder_jump(f->b, dead, entry);
    end(f);
    /* The next function's op gets the dropped one's number; the ids must not be confused. */
    begin(f);
    block_id next = builder_block(f->b);
    op_id again = add_call(f, next);
    assert_int_equal(again.v, op.v);
    val_id new_val = call_val(f, again);
    assert_int_not_equal(new_val.v, val.v);
    builder_return(f->b, next, new_val, (place_id){0});
    end(f);
    const struct unit *u = finish(f);
    assert_int_equal(u->funcs[1].ops.n, 0);
    assert_int_equal(u->funcs[1].blocks.n, 1);
    assert_int_equal(u->vals[val.v].kind, VAL_UNKNOWN);
    assert_int_equal(u->paths[path.v].root, ROOT_VAL);
    assert_int_equal(u->vals[new_val.v].kind, VAL_CALL);
    assert_int_equal(u->vals[new_val.v].a, u->funcs[2].ops.first);
}

static void test_announced_and_found_loops_are_joined(void **state)
{
    struct fixture *f = *state;
    struct unit_loop said = {.kind = LOOP_WHILE, .trips = 10};

    begin(f);
    block_id entry = builder_block(f->b), head = builder_block(f->b), body = builder_block(f->b);
    block_id once = builder_block(f->b);
    (void)add_call(f, head);
    (void)add_call(f, body);
    builder_jump(f->b, entry, head);
    builder_loop(f->b, head, &said);
    builder_loop(f->b, once, &said); /* do { } while (0) */
    builder_branch(f->b, head, builder_int(f->b, 1, f->type), body, once, (place_id){0});
    builder_jump(f->b, body, head);
    builder_branch(f->b, once, builder_int(f->b, 1, f->type), entry, once, (place_id){0});
    end(f);
    const struct unit *u = finish(f);
    const struct unit_loop *loops = &u->loops[u->funcs[1].loops.first];
    assert_int_equal(u->funcs[1].loops.n, 3);
    assert_int_equal(loops[0].kind, LOOP_GOTO); /* back to the entry, unannounced */
    assert_int_equal(loops[0].trips, -1);
    assert_int_equal(loops[1].kind, LOOP_WHILE);
    assert_int_equal(loops[1].trips, 10);
    assert_int_equal(loops[1].n_ops, 2);
    assert_int_equal(loops[1].n_blocks, 2);
    assert_int_equal(loops[1].parent.v, u->funcs[1].loops.first);
    assert_int_equal(loops[0].n_ops, 2);
    assert_int_equal(loops[0].n_blocks, 4);
}

static void test_an_open_end_does_not_return(void **state)
{
    struct fixture *f = *state;

    begin(f);
    assert_false(builder_terminated(f->b, builder_block(f->b)));
    end(f);
    begin(f); /* not even a block */
    end(f);
    const struct unit *u = finish(f);
    assert_int_equal(u->n_blocks, 3);
    assert_int_equal(u->blocks[1].term, TERM_NORETURN);
    assert_int_equal(u->blocks[2].term, TERM_NORETURN);
}

static void test_texts(void **state)
{
    struct fixture *f = *state;
    BUF_CLEANUP struct buf out = {0};
    struct unit_field fields[2] = {{.name = builder_str(f->b, "fd"), .type = f->type},
                                   {.name = {0}, .type = f->type}};
    record_id r = builder_record(f->b, &(struct unit_record){.name = builder_str(f->b, "conn")});
    struct unit_local conn = {.name = builder_str(f->b, "conn"), .type = f->type};

    builder_record_fields(f->b, r, fields, 2);
    struct unit_sel deref = {.kind = SEL_DEREF}, three = {.kind = SEL_INDEX_CONST, .num = 3};
    struct unit_sel fd = {.kind = SEL_FIELD, .id = builder_field_at(f->b, r, 0).v};
    struct unit_sel anon = {.kind = SEL_FIELD, .id = builder_field_at(f->b, r, 1).v};
    func_id fn = builder_func_begin(f->b, &(struct unit_func){.sym = f->sym, .n_params = 1});
    (void)builder_local(f->b, &conn);
    path_id p = builder_path(f->b, ROOT_PARAM, 0, f->type);
    path_id star = builder_path_add(f->b, p, deref, f->type);
    path_id arrow = builder_path_add(f->b, star, anon, f->type);
    arrow = builder_path_add(f->b, arrow, fd, f->type);
    path_id index = builder_path_add(f->b, star, three, f->type);
    path_id twice = builder_path_add(f->b, star, deref, f->type);
    twice = builder_path_add(f->b, twice, fd, f->type);
    end(f);
    const struct unit *u = finish(f);
    unit_path_text(u, fn, star, &out);
    buf_addc(&out, ' ');
    unit_path_text(u, fn, arrow, &out);
    buf_addc(&out, ' ');
    unit_path_text(u, fn, index, &out);
    buf_addc(&out, ' ');
    unit_path_text(u, fn, twice, &out);
    buf_addc(&out, ' ');
    unit_path_text(u, (func_id){0}, p, &out);
    assert_string_equal(buf_str(&out), "*conn conn->fd conn[3] (*conn)->fd param0");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_equal_things_have_equal_ids),
        TEST(test_long_paths_are_cut_with_a_mark),
        TEST(test_deep_values_are_cut),
        TEST(test_layout_rewrites_op_ids),
        TEST(test_what_mentions_a_dropped_op_becomes_unknown),
        TEST(test_announced_and_found_loops_are_joined),
        TEST(test_an_open_end_does_not_return),
        TEST(test_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
