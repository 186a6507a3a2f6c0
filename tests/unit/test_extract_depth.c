/*
 * Code that no one wrote by hand: very long chains must be lowered, too deep nesting must cost its
 * own function only.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

static const struct unit *unit_of(struct arena *a, const struct buf *text)
{
    return unit_from_c(a, buf_str(text), "deep.c");
}

static void repeat(struct buf *text, const char *what, unsigned n)
{
    for (unsigned i = 0; i < n; i++) {
        buf_adds(text, what);
    }
}

static void assert_quality(const struct unit *u, uint32_t f, enum quality quality)
{
    assert_true(f < u->n_funcs);
    assert_int_equal(u->funcs[f].quality, quality);
}

static uint32_t count_ops(const struct unit *u, uint32_t f, enum op_kind kind)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < u->funcs[f].ops.n; i++) {
        n += u->ops[u->funcs[f].ops.first + i].kind == kind;
    }
    return n;
}

static void test_long_sum(void **state)
{
    struct arena a;
    struct buf text BUF_CLEANUP = {0};
    (void)state;
    arena_init(&a);
    buf_adds(&text, "int a; int f(void) { return a");
    repeat(&text, " + a", 9999);
    buf_adds(&text, "; }");
    const struct unit *u = unit_of(&a, &text);
    assert_quality(u, 1, QUALITY_OK);
    assert_int_equal(count_ops(u, 1, OP_LOAD), 10000);
    arena_release(&a);
}

static void test_long_conditions(void **state)
{
    struct arena a;
    struct buf text BUF_CLEANUP = {0};
    (void)state;
    arena_init(&a);
    buf_adds(&text, "int a; void w(void); void f(int n) { if (a");
    repeat(&text, " && a", 4999);
    buf_adds(&text, ") w(); } void g(int n) { if (n) w();");
    repeat(&text, " else if (n == 1) w();", 2999);
    buf_adds(&text, " } void h(void) { a++");
    repeat(&text, ", a++", 2999);
    buf_adds(&text, "; }");
    const struct unit *u = unit_of(&a, &text);
    assert_quality(u, 1, QUALITY_OK);
    assert_int_equal(count_ops(u, 1, OP_LOAD), 5000);
    assert_quality(u, 2, QUALITY_OK);
    assert_int_equal(count_ops(u, 2, OP_CALL), 3000);
    assert_quality(u, 3, QUALITY_OK);
    assert_int_equal(count_ops(u, 3, OP_STORE), 3000);
    arena_release(&a);
}

static void test_many_cases(void **state)
{
    struct arena a;
    struct buf text BUF_CLEANUP = {0};
    (void)state;
    arena_init(&a);
    buf_adds(&text, "int f(int n) { switch (n) {");
    for (unsigned i = 0; i < 3000; i++) {
        buf_addf(&text, "case %u: ", i);
    }
    buf_adds(&text, "return 1; } return 0; }");
    const struct unit *u = unit_of(&a, &text);
    assert_quality(u, 1, QUALITY_OK);
    assert_int_equal(u->blocks[u->funcs[1].blocks.first].succs.n, 3001);
    arena_release(&a);
}

static void test_too_deep(void **state)
{
    struct arena a;
    struct buf text BUF_CLEANUP = {0};
    (void)state;
    arena_init(&a);
    buf_adds(&text, "int f(int x) { return ");
    repeat(&text, "x == 1 ? 2 : ", 2500);
    buf_adds(&text, "0; } int g(int x) { return x; }");
    const struct unit *u = unit_of(&a, &text);
    assert_quality(u, 1, QUALITY_FAILED);
    assert_string_equal(unit_str(u, u->funcs[1].why), "nesting too deep");
    assert_quality(u, 2, QUALITY_OK);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_long_sum),
        cmocka_unit_test(test_long_conditions),
        cmocka_unit_test(test_many_cases),
        cmocka_unit_test(test_too_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
