/* flow/cost: trip counts, sums through calls, what stays symbolic, and library calls. */
#include "flow/cost.h"

#include "flow_support.h"

static struct cost of(const char *text, const char *function)
{
    struct arena a;
    arena_init(&a);
    struct flow_facts *f = facts_of_text(&a, text);
    struct cost out = *cost_of_func(flow_costs(f), find_func(f->program, function));
    arena_release(&a);
    return out;
}

static bool has_term(const struct cost *c, enum cost_bound bound, double ns)
{
    for (uint32_t i = 0; i < c->n_terms; i++)
        if (c->terms[i].by[0].bound == bound && c->terms[i].ns >= ns * 0.99)
            return true;
    return false;
}

static void constant_loops_multiply(void **state)
{
    (void)state;
    struct cost c = of("int x[8]; void f(void) { for (int i = 0; i < 1000; i++)"
                          " for (int k = 0; k < 1000; k++) x[k % 8] = i; }", "f");
    assert_true(c.sure_ns >= 1e6 && c.sure_ns < 1e8);
    assert_true(c.ns >= c.sure_ns);
    assert_int_equal(c.n_terms, 0);
    assert_false(c.is_open || c.waits || c.forever);
}

static void early_exit_is_at_most(void **state)
{
    (void)state;
    struct cost c = of("int x[99]; int f(void) { for (int i = 0; i < 1000000; i++)"
                          " if (x[i % 99]) return i; return 0; }", "f");
    assert_true(c.ns >= 1e6);
    assert_true(c.sure_ns < 100);
}

static void parameter_gets_the_callers_number(void **state)
{
    (void)state;
    const char *text = "int x; void g(int n) { for (int i = 0; i < n; i++) x += i; }"
                       "void f(void) { g(2000000); } void h(int k) { g(k); }";
    struct cost c = of(text, "f"), g = of(text, "g"), h = of(text, "h");
    assert_true(c.sure_ns >= 1e6);
    assert_int_equal(c.n_terms, 0);
    assert_true(has_term(&g, COST_PARAM, 0.5));
    assert_true(has_term(&h, COST_PARAM, 0.5));
}

static void branches_are_not_sure(void **state)
{
    (void)state;
    struct cost c = of("int x; void f(int y) { if (y) for (int i = 0; i < 1000000; i++)"
                          " x += i; }", "f");
    assert_true(c.ns >= 1e6 && c.sure_ns < 100);
}

static void lists_data_and_logarithms(void **state)
{
    (void)state;
    const char *text = "struct n { struct n *next; int v; } *head; int len, sum;"
                       "void list(void) { for (struct n *p = head; p; p = p->next) sum += p->v; }"
                       "void data(void) { for (int i = 0; i < len; i++) sum++; }"
                       "void digits(unsigned n) { while (n) { sum++; n /= 10; } }"
                       "void ever(void) { for (;;) sum++; }";
    struct cost list = of(text, "list"), data = of(text, "data");
    struct cost digits = of(text, "digits"), ever = of(text, "ever");
    assert_true(has_term(&list, COST_LIST, 0.5));
    assert_true(has_term(&data, COST_DATA, 0.5));
    assert_int_equal(digits.n_terms, 0);
    assert_true(digits.ns < 1000);
    assert_true(ever.forever);
}

static void drains_are_bound_by_the_peer(void **state)
{
    (void)state;
    struct cost c = of("typedef long ssize_t; ssize_t read(int, void *, unsigned long); int got;"
                          "void f(int fd) { char b[64]; ssize_t n;"
                          " while ((n = read(fd, b, sizeof b)) > 0) got += n; }", "f");
    assert_true(has_term(&c, COST_PEER, 100));
    assert_true(c.waits);
}

static void drains_through_a_function(void **state)
{
    (void)state;
    const char *text = "long read(int, void *, unsigned long); long sum; int left;"
        "static long get(int fd, char *b) { long n = read(fd, b, 64); return n < 0 ? -1 : n; }"
        "static long some(int fd, char *b) { long n = read(fd, b, 64);"
        " if (--left < 0) return 0; return n; }"
        "void f(int fd) { char b[64]; long n; while ((n = get(fd, b)) > 0) sum += n; }"
        "void g(int fd) { char b[64]; long n; while ((n = some(fd, b)) > 0) sum += n; }";
    struct cost f = of(text, "f"), g = of(text, "g");
    assert_true(has_term(&f, COST_PEER, 100));
    assert_false(has_term(&g, COST_PEER, 100));
}

static void library_calls_scale(void **state)
{
    (void)state;
    const char *text =
        "int PKCS5_PBKDF2_HMAC(const char *, int, const unsigned char *, int, int, const void *,"
        " int, unsigned char *);"
        "void k(int n, unsigned char *o) { PKCS5_PBKDF2_HMAC(\"p\", 1, o, 8, n, 0, 32, o); }"
        "void strong(unsigned char *o) { k(500000, o); }"
        "void mystery(void); void m(void) { mystery(); }";
    struct cost strong = of(text, "strong"), m = of(text, "m");
    assert_true(strong.sure_ns > 1e8 && strong.sure_ns < 1e9);
    assert_true(m.is_open);
}

static void recursion_is_open(void **state)
{
    (void)state;
    struct cost c = of("int f(int n) { return n < 2 ? n : f(n - 1) + f(n - 2); }", "f");
    assert_true(c.is_open);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(constant_loops_multiply),
        cmocka_unit_test(early_exit_is_at_most),
        cmocka_unit_test(parameter_gets_the_callers_number),
        cmocka_unit_test(branches_are_not_sure),
        cmocka_unit_test(lists_data_and_logarithms),
        cmocka_unit_test(drains_are_bound_by_the_peer),
        cmocka_unit_test(drains_through_a_function),
        cmocka_unit_test(library_calls_scale),
        cmocka_unit_test(recursion_is_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
