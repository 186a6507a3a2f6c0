/*
 * Values in contexts: the first argument of every call of probe() that can run when entry() is
 * called, as text in the order of the walk: a number, "func", "set" (not null), "positive", "bits"
 * or "any".
 */
#include "flow/fork.h"
#include "flow/walk.h"
#include "flow_support.h"

#define HEAD                                                                                       \
    "#include <fcntl.h>\n#include <stdlib.h>\n#include <unistd.h>\nvoid probe(long);\n"           \
    "struct inner { int a; }; struct req { int type, len; struct inner in; };\n"

struct probes {
    struct buf text;
    uint8_t conf; /* of the last one */
};

static void add_value(struct buf *out, struct absval v)
{
    static const char *const names[] = {[ABS_ANY] = "any",           [ABS_NONNULL] = "set",
                                        [ABS_FUNC] = "func",         [ABS_FD] = "fd",
                                        [ABS_POSITIVE] = "positive", [ABS_BITS] = "bits"};
    if (out->n)
        buf_addc(out, ' ');
    if (v.kind == ABS_INT)
        buf_addf(out, "%lld", (long long)v.num);
    else
        buf_adds(out, names[v.kind]);
}

static void on_call(void *user, const struct walk *w, uint32_t visit, site_id site,
                    const struct cat_func *cat)
{
    struct probes *out = user;
    const struct program *p = w->flow->program;
    const struct visit *v = &w->visits.v[visit];

    (void)cat;
    if (strcmp(p->syms[p->sites[site.v].callee.v].name, "probe"))
        return;
    add_value(&out->text, context_eval(w->flow, v->func, &v->ctx, site_arg(p, site, 0)));
    out->conf = v->conf;
}

static uint8_t walk_text(const char *body, const char *expected)
{
    struct arena a;
    struct probes got = {0};
    struct walk w;

    arena_init(&a);
    const struct flow_facts *f = facts_of_text(&a, arena_printf(&a, "%s%s", HEAD, body));
    struct walk_start start = {.func = find_func(f->program, "entry"), .conf = CONF_HIGH};
    walk_run(&a, f, &start, 1, 0, NULL, on_call, &got, &w);
    if (strcmp(buf_str(&got.text), expected))
        fail_msg("got '%s', expected '%s'\n%s", buf_str(&got.text), expected, body);
    buf_release(&got.text);
    arena_release(&a);
    return got.conf;
}

static void check(const char *body, const char *expected)
{
    (void)walk_text(body, expected);
}

/* What the child of the fork in entry() runs. */
static void check_child(const char *body, const char *expected)
{
    struct arena a;
    struct probes got = {0};
    struct forks forks;
    struct walk w;

    arena_init(&a);
    const struct flow_facts *f = facts_of_text(&a, arena_printf(&a, "%s%s", HEAD, body));
    forks_find(&a, f, &forks);
    assert_int_equal(forks.list.n, 1);
    struct walk_start start = fork_child_start(&forks.list.v[0], 0);
    walk_run(&a, f, &start, 1, WALK_ENDING_PATHS, NULL, on_call, &got, &w);
    assert_string_equal(buf_str(&got.text), expected);
    buf_release(&got.text);
    arena_release(&a);
}

static void the_childs_side(void **state)
{
    (void)state;
    check_child("void entry(void) { probe(1); pid_t p = fork(); if (p == 0) { probe(2); _exit(0); }"
                " probe(3); }", "2");
    check_child("void entry(void) { switch (fork()) { case -1: probe(1); return; case 0: probe(2);"
                " _exit(0); default: probe(3); } }", "2");
    check_child("static pid_t my_fork(void) { pid_t p = fork(); if (p > 0) probe(1); return p; }"
                "void entry(void) { if (!my_fork()) { probe(2); _exit(0); } probe(3); }", "2");
    check_child("struct job { pid_t pid; }; void entry(struct job *j) { j->pid = fork();"
                " if (j->pid < 0) return; if (j->pid == 0) { probe(2); _exit(0); } probe(3); }",
                "2");
}

static void constants_through_calls(void **state)
{
    (void)state;
    check("static void f(int x) { probe(x); } void entry(void) { f(3); }", "3");
    check("static void f(int x) { probe(x); } void entry(void) { f(3); f(4); f(3); }", "3 4");
    check("static void g(int x) { probe(x * 2 + 1); } static void f(int x) { g(x - 1); }"
          "void entry(void) { f(4); }", "7");
    check("static void f(int x) { probe(x); } void entry(int y) { f(y); }", "any");
    check("static void f(int x) { x++; probe(x); } void entry(void) { f(3); }", "any");
    check("static void f(char *s) { probe(s == 0); } void entry(void) { f(\"x\"); f(0); }", "0 1");
    check("static void f(int x) { probe(~x & 0xff); probe(-x); probe(!x); }"
          "void entry(void) { f(0x0f); }", "240 -15 0");
    check("static void f(int x) { probe(7 / x); probe(7 % x); probe(7 << (x + 70)); }"
          "void entry(void) { f(0); }", "any any any");
}

static void stores_in_order(void **state)
{
    (void)state;
    check("void entry(void) { int n = 1; probe(n); n = 2; probe(n); }", "1 2");
    check("void entry(int c) { int n = 1; if (c) n = 2; probe(n); }", "any");
    check("void entry(int c) { int n; n = 5; while (c--) probe(n); }", "5");
    check("void set(int *); void entry(void) { int n = 1; set(&n); probe(n); }", "any");
}

static void branches_on_constants(void **state)
{
    (void)state;
    check("static void f(int x) { if (x) probe(1); else probe(2); } void entry(void) { f(0); }",
          "2");
    check("static void f(int x) { if (x) probe(1); else probe(2); } void entry(void) { f(9); }",
          "1");
    check("static void f(int x) { if (x) probe(1); else probe(2); } void entry(int y) { f(y); }",
          "1 2");
    check("static void f(int a, int b) { if (a && b) probe(1); } void entry(void) { f(1, 0); }",
          "");
    check("static void f(int a, int b) { if (a || b) probe(1); } void entry(void) { f(0, 2); }",
          "1");
    check("static void f(int x) { switch (x) { case 1: probe(1); break; case 2 ... 4: probe(2);"
          " break; default: probe(3); } } void entry(void) { f(3); f(1); f(9); }", "2 1 3");
    check("static void f(int x) { while (x) { probe(1); } probe(2); } void entry(void) { f(0); }",
          "2");
}

static void conditional_values(void **state)
{
    (void)state;
    check("static void f(int c) { probe(c ? 5 : 6); } void entry(void) { f(1); f(0); }", "5 6");
    check("void entry(int c) { probe(c ? 5 : 6); }", "any");
    check("void entry(int c) { probe(c ? 5 : 5); }", "5");
    check("void entry(int c) { if ((c ? 1 : -1) + 1) probe(1); else probe(2); }", "1 2");
    check("void entry(int c) { char b[4]; char *p = c ? b : \"x\"; if (p) probe(1); else probe(2);"
          " }", "1");
}

static void processes(void **state)
{
    (void)state;
    check("void entry(void) { int p = fork(); if (p == 0) probe(1); else probe(2); }", "2");
    check("void entry(void) { if (fork() > 0) probe(1); else probe(2); }", "1");
    check("static int spawn(void) { return fork(); }"
          "void entry(void) { switch (spawn()) { case 0: probe(1); break; default: probe(2); } }",
          "2");
    check("static void die(void) { exit(1); } void entry(int c) { if (c) { probe(1); die(); }"
          " probe(2); }", "2");
}

static void functions_that_are_passed(void **state)
{
    (void)state;
    check("static void a(void) { probe(1); } static void b(void) { probe(2); }"
          "static void run(void (*f)(void)) { f(); } void entry(void) { run(a); }"
          "void other(void) { run(b); }", "1");
    check("static void a(void) { probe(1); } static void b(void) { probe(2); }"
          "static void run(void (*f)(void)) { if (f) f(); else probe(3); }"
          "void entry(void) { run(0); } void other(void) { run(a); run(b); }", "3");
}

static void fields_of_objects(void **state)
{
    static const char go[] = "static void go(struct req *r) { probe(r->type); }";
    struct arena a;
    arena_init(&a);
#define WITH_GO(text) arena_printf(&a, "%s%s", go, text)
    (void)state;
    check(WITH_GO("void entry(void) { struct req r; r.type = 3; r.len = 1; go(&r); }"), "3");
    check(WITH_GO("void entry(void) { struct req r; r.type = 3; go(&r); r.type = 4; go(&r); }"),
          "3 4");
    check(WITH_GO("void entry(int c) { struct req r; if (c) r.type = 1; else r.type = 2; go(&r);"
                  " }"), "any");
    check(WITH_GO("void entry(int c) { struct req r; if (c) r.type = 1; else r.type = 1; go(&r);"
                  " }"), "1");
    check(WITH_GO("void entry(struct req *r, int c) { if (c) r->type = 1; go(r); }"), "any");
    check(WITH_GO("void entry(struct req *r) { r->type = 6; go(r); }"), "6");
    check(WITH_GO("static void f(struct req *r) { r->type = 4; go(r); }"
                  "void entry(void) { struct req r; r.type = 3; f(&r); }"), "4");
    check(WITH_GO("static void f(struct req *r, int c) { if (c) r->type = 4; go(r); }"
                  "void entry(int c) { struct req r; r.type = 3; f(&r, c); }"), "any");
    check(WITH_GO("static void f(struct req *r) { go(r); }"
                  "void entry(void) { struct req r; r.type = 3; f(&r); }"), "3");
    check("static void go(struct req *r) { r->type = 9; probe(r->type); }"
          "void entry(void) { struct req r; r.type = 3; go(&r); }", "any");
    check("static void go(struct req *r) { if (r->len == 2) probe(1); else probe(2); }"
          "void entry(void) { struct req r; r.len = 2; go(&r); }", "1");
    arena_release(&a);
}

static struct known_bits bits_of(const char *body)
{
    struct arena a;
    arena_init(&a);
    const struct flow_facts *f = facts_of_text(&a, arena_printf(&a, "%s%s", HEAD, body));
    site_id site = nth_call(f->program, "entry", "probe", 0);
    struct known_bits b = context_bits(f, f->program->sites[site.v].caller, NULL,
                                       site_arg(f->program, site, 0));
    arena_release(&a);
    return b;
}

static void bits_that_are_known(void **state)
{
    (void)state;
    assert_int_equal(bits_of("void entry(int x) { probe(x | 6); }").set, 6);
    assert_int_equal(bits_of("void entry(int x) { probe(x | 6); }").clear, 0);
    assert_int_equal(bits_of("void entry(int x) { probe(x & ~4); }").clear & 4, 4);
    assert_int_equal(bits_of("void entry(int x) { probe((x | 4) & ~4); }").set & 4, 0);
    assert_int_equal(bits_of("void entry(int x) { probe(~(x | 2)); }").clear & 2, 2);
    assert_int_equal(bits_of("void entry(int c) { probe(c ? 6 : 12); }").set, 4);
    assert_int_equal(bits_of("void entry(int x) { int f = x; f |= 8; probe(f); }").set, 8);
    assert_int_equal(bits_of("void entry(void) { probe(5); }").set, 5);
    assert_int_equal(bits_of("void entry(struct req *r) { probe(r->len); }"
                             "void other(struct req *r) { r->len = 6; r->len |= 1; }").set, 6);
    assert_int_equal(bits_of("void entry(struct req *r) { probe(r->len); }"
                             "void other(struct req *r, int n) { r->len = 6; r->len = n; }").set,
                     0);
}

static void contexts_have_a_limit(void **state)
{
    struct arena a;
    struct buf BUF_CLEANUP text = {0}, expected = {0};

    (void)state;
    arena_init(&a);
    buf_adds(&text, "static void f(int x) { probe(x); } void entry(void) { ");
    for (int i = 1; i <= 20; i++) {
        buf_addf(&text, "f(%d); ", i);
        if (i <= 16)
            buf_addf(&expected, "%d ", i);
    }
    buf_adds(&text, "}");
    buf_adds(&expected, "any");
    check(buf_str(&text), buf_str(&expected));
    arena_release(&a);
}

/* As many ways through the value as two to the number of lines. */
static void values_have_a_budget(void **state)
{
    struct buf BUF_CLEANUP text = {0};

    (void)state;
    buf_adds(&text, "void entry(int x0) {\n");
    for (int i = 1; i < 80; i++)
        buf_addf(&text, "int x%d = x%d ? x%d ^ x%d : x%d;\n", i, i - 1, i - 1, i - 1, i - 1);
    buf_adds(&text, "if (x79) probe(x79); }");
    check(buf_str(&text), "any");
}

/* The chain through the table is shorter, and found first; the direct one is surer. */
static void best_confidence_wins(void **state)
{
    static const char target[] =
        "static void target(void) { probe(1); }"
        "static void a(void) {} static void b(void) {} static void c(void) {}"
        "static void d(void) {} static void e(void) {} static void g(void) {}"
        "static void h(void) {} static void i(void) {}"
        "static void (*const table[])(void) = {target, a, b, c, d, e, g, h, i};";
    struct arena x;
    arena_init(&x);
    (void)state;
    assert_int_equal(walk_text(arena_printf(&x, "%s void entry(int n) { table[n](); }", target),
                               "1"), CONF_MEDIUM);
    assert_int_equal(walk_text(arena_printf(&x, "%s static void mid(void) { target(); }"
                                                "void entry(int n) { table[n](); mid(); }",
                                            target), "1"), CONF_HIGH);
    arena_release(&x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(constants_through_calls),
        cmocka_unit_test(the_childs_side), cmocka_unit_test(stores_in_order),
        cmocka_unit_test(branches_on_constants),   cmocka_unit_test(conditional_values),
        cmocka_unit_test(processes),               cmocka_unit_test(functions_that_are_passed),
        cmocka_unit_test(fields_of_objects),       cmocka_unit_test(bits_that_are_known),
        cmocka_unit_test(contexts_have_a_limit),   cmocka_unit_test(values_have_a_budget),
        cmocka_unit_test(best_confidence_wins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
