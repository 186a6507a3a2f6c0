/* Which comments cover which finding, and what is said of comments that cover none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "advise/suppress.h"
#include "unit/builder.h"

struct fixture {
    struct arena arena;
    struct unit_builder *b;
    file_id file;
    struct suppressions *s;
    struct findings f;
    struct suppress_notes notes;
};

static int setup(void **state)
{
    static struct fixture x;
    memset(&x, 0, sizeof x);
    arena_init(&x.arena);
    x.b = builder_new(&x.arena);
    struct unit_file file = {.name = builder_str(x.b, "/p/a.c"), .flags = FILE_MAIN};
    x.file = builder_file(x.b, &file);
    *state = &x;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *x = *state;
    arena_release(&x->arena);
    return 0;
}

static void comment(struct fixture *x, uint32_t line, uint32_t end_line, bool is_alone,
                    const char *text)
{
    struct unit_comment c = {
        .place = builder_place(x->b, x->file, line, is_alone ? 1 : 40, (place_id){0}),
        .end_line = end_line,
        .text = builder_str(x->b, text),
        .flags = is_alone ? COMMENT_ALONE : 0,
    };
    builder_comment(x->b, &c);
}

static void collect(struct fixture *x, enum unit_status status)
{
    struct unit_info info = {.status = status, .main_file = x->file};
    const struct unit *u = builder_finish(x->b, &info);
    const struct unit *twice[] = {u, u}; /* as a header in two units */
    x->s = suppress_collect(&x->arena, twice, 2);
}

static struct finding *at(struct fixture *x, uint32_t line)
{
    struct finding f = {.rule = "CA101", .at = {.file = "/p/a.c", .line = line, .col = 5},
                        .message = "m"};
    memset(&x->f, 0, sizeof x->f);
    vec_push(&x->arena, &x->f.list, f);
    return &x->f.list.v[0];
}

static bool covers(struct fixture *x, uint32_t line)
{
    struct finding *f = at(x, line);
    suppress_apply(x->s, &x->f);
    return f->suppressed;
}

static uint32_t judge(struct fixture *x, enum suppress_note_kind kind)
{
    struct rule_selection all;
    struct err ERR_CLEANUP err = {0};
    assert_true(rules_select(&all, NULL, 0, NULL, 0, &err));
    suppress_judge(x->s, &all, &x->notes);
    uint32_t n = 0;
    for (uint32_t i = 0; i < x->notes.list.n; i++)
        n += x->notes.list.v[i].kind == kind;
    return n;
}

static void test_same_line(void **state)
{
    struct fixture *x = *state;
    comment(x, 5, 5, false, "/* concadvise-ignore[CA101]: it is quick */");
    collect(x, UNIT_OK);
    assert_true(covers(x, 5));
    assert_string_equal(x->f.list.v[0].suppress_reason, "it is quick");
    assert_false(covers(x, 6));
    assert_false(covers(x, 4));
    assert_int_equal(judge(x, SUPPRESS_UNUSED), 0);
    assert_int_equal(judge(x, SUPPRESS_NO_REASON), 0);
}

static void test_line_above(void **state)
{
    struct fixture *x = *state;
    comment(x, 4, 5, true, "/* concadvise-ignore[blocking-call-on-loop]: two\n lines */");
    collect(x, UNIT_OK);
    assert_true(covers(x, 6));
    assert_string_equal(x->f.list.v[0].suppress_reason, "two");
    assert_false(covers(x, 7));
}

static void test_block_of_comments(void **state)
{
    struct fixture *x = *state;
    comment(x, 4, 4, true, "// concadvise-ignore[CA101]: a");
    comment(x, 5, 5, true, "// NOLINT");
    comment(x, 6, 6, true, "// NOLINT");
    collect(x, UNIT_OK);
    assert_true(covers(x, 7));
    assert_false(covers(x, 8));
}

static void test_range_and_file(void **state)
{
    struct fixture *x = *state;
    comment(x, 4, 4, true, "/* concadvise-ignore-begin[CA101]: a */");
    comment(x, 9, 9, true, "/* concadvise-ignore-end[CA101] */");
    collect(x, UNIT_OK);
    assert_true(covers(x, 5));
    assert_true(covers(x, 9));
    assert_false(covers(x, 10));
    assert_false(covers(x, 3));
    assert_int_equal(judge(x, SUPPRESS_NO_END), 0);
}

static void test_whole_file(void **state)
{
    struct fixture *x = *state;
    comment(x, 40, 40, true, "/* concadvise-ignore-file[CA101]: generated */");
    collect(x, UNIT_OK);
    assert_true(covers(x, 1));
    assert_true(covers(x, 400));
}

static void test_nolint(void **state)
{
    struct fixture *x = *state;
    comment(x, 5, 5, false, "// NOLINT(bugprone-x, concadvise-CA101)");
    comment(x, 10, 10, true, "// NOLINTNEXTLINE(concadvise-CA101): because");
    comment(x, 20, 20, false, "// NOLINT");
    comment(x, 21, 21, false, "// NOLINT(bugprone-x)");
    comment(x, 30, 30, true, "/* NOLINTBEGIN(concadvise-CA101) */");
    comment(x, 32, 32, true, "/* NOLINTEND(concadvise-CA101) */");
    collect(x, UNIT_OK);
    assert_true(covers(x, 5));
    assert_true(covers(x, 11));
    assert_false(covers(x, 10));
    assert_false(covers(x, 20));
    assert_false(covers(x, 21));
    assert_true(covers(x, 31));
    assert_int_equal(judge(x, SUPPRESS_NO_RULE), 0);
    assert_int_equal(judge(x, SUPPRESS_NO_REASON), 0);
}

static void test_steps_and_macros(void **state)
{
    struct fixture *x = *state;
    comment(x, 5, 5, false, "/* concadvise-ignore[CA101]: a */");
    collect(x, UNIT_OK);
    struct step steps[2] = {{.name = "a", .at = {.file = "/p/a.c", .line = 1}},
                            {.name = "b", .at = {.file = "/p/b.c", .line = 5}}};
    struct finding *f = at(x, 50);
    f->steps = steps;
    f->n_steps = 2;
    suppress_apply(x->s, &x->f);
    assert_false(f->suppressed);
    steps[1].macro = (struct spot){.file = "/p/a.c", .line = 5};
    suppress_apply(x->s, &x->f);
    assert_true(f->suppressed);
    f->suppressed = false;
    steps[1].macro.file = NULL;
    steps[0].via_at = (struct spot){.file = "/p/a.c", .line = 5};
    suppress_apply(x->s, &x->f);
    assert_true(f->suppressed);
}

static void test_other_rule(void **state)
{
    struct fixture *x = *state;
    comment(x, 5, 5, false, "/* concadvise-ignore[CA109, CA10]: a */");
    collect(x, UNIT_OK);
    assert_false(covers(x, 5));
    assert_int_equal(judge(x, SUPPRESS_UNKNOWN_RULE), 2);
    assert_non_null(strstr(x->notes.list.v[0].text, "did you mean"));
}

static void test_mistakes(void **state)
{
    struct fixture *x = *state;
    comment(x, 1, 1, true, "/* concadvise-ignore: all of it */");
    comment(x, 2, 2, true, "/* concadvise-ignore[]: all of it */");
    comment(x, 3, 3, true, "/* concadvise-ignore-end[CA101] */");
    comment(x, 4, 4, true, "/* concadvise-ignore-begin[CA101]: a */");
    comment(x, 9, 9, false, "/* concadvise-ignore[CA101] */");
    comment(x, 10, 10, false, "/* concadvise-ignore[CA101 */");
    comment(x, 11, 11, false, "/* xconcadvise-ignore[CA101]: a */");
    collect(x, UNIT_OK);
    assert_int_equal(judge(x, SUPPRESS_NO_RULE), 2);
    assert_int_equal(judge(x, SUPPRESS_NO_END), 2);
    assert_int_equal(judge(x, SUPPRESS_NO_REASON), 1);
}

static void test_unused(void **state)
{
    struct fixture *x = *state;
    comment(x, 5, 5, false, "/* concadvise-ignore[CA101]: a */");
    collect(x, UNIT_OK);
    assert_false(covers(x, 6));
    assert_int_equal(judge(x, SUPPRESS_UNUSED), 1);
}

static void test_unused_is_not_judged_in_part(void **state)
{
    struct fixture *x = *state;
    comment(x, 5, 5, false, "/* concadvise-ignore[CA101]: a */");
    collect(x, UNIT_PARTIAL);
    assert_int_equal(judge(x, SUPPRESS_UNUSED), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_same_line), TEST(test_line_above), TEST(test_block_of_comments),
        TEST(test_range_and_file), TEST(test_whole_file), TEST(test_nolint),
        TEST(test_steps_and_macros), TEST(test_other_rule), TEST(test_mistakes),
        TEST(test_unused), TEST(test_unused_is_not_judged_in_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
