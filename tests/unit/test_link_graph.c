/* The printed call graph, text and Graphviz. */
#include "link_support.h"

#include "link/graph.h"

static const char TEXT[] = "int puts(const char *);\n"                       /* 1 */
                           "struct c { void (*cb)(int); };\n"                /* 2 */
                           "static void leaf(int x) { puts(\"\"); }\n"       /* 3 */
                           "static void twice(int x) { leaf(x); twice(x); }\n" /* 4 */
                           "void set(struct c *c) { c->cb = twice; }\n"      /* 5 */
                           "void top(struct c *c, int (*u)(void)) {\n"       /* 6 */
                           "  leaf(1);\n"                                    /* 7 */
                           "  c->cb(2);\n"                                   /* 8 */
                           "  u();\n"                                        /* 9 */
                           "}\n";

static void check(uint32_t depth, bool dot, const char *expected)
{
    struct arena a;
    struct buf b = {0};
    const struct program *p;

    arena_init(&a);
    p = link_text(&a, TEXT);
    graph_print(p, find_func(p, "top"), depth, dot, "/t", &b);
    assert_string_equal(buf_str(&b), expected);
    buf_release(&b);
    arena_release(&a);
}

static void tree(void **state)
{
    (void)state;
    check(9, false,
          "top (a.c:6)\n"
          "  leaf (a.c:3): called at a.c:7\n"
          "    puts [external]: called at a.c:3\n"
          "  twice (a.c:4): called through c->cb at a.c:8; stored into c.cb at a.c:5:25\n"
          "    leaf (a.c:3) (seen above): called at a.c:4\n"
          "    twice (a.c:4) (recursion): called at a.c:4\n"
          "  ? [unresolved]: called through u at a.c:9; no function is known for it\n");
}

static void tree_cut_by_depth(void **state)
{
    (void)state;
    check(1, false,
          "top (a.c:6)\n"
          "  leaf (a.c:3) (deeper calls not shown): called at a.c:7\n"
          "  twice (a.c:4) (deeper calls not shown): called through c->cb at a.c:8; "
          "stored into c.cb at a.c:5:25\n"
          "  ? [unresolved]: called through u at a.c:9; no function is known for it\n");
    check(0, false, "top (a.c:6)\n");
}

static void graphviz(void **state)
{
    (void)state;
    check(1, true,
          "digraph calls {\n"
          "    rankdir=LR;\n"
          "    node [shape=box];\n"
          "    f4 [label=\"top (a.c:6)\"];\n"
          "    f4 -> f1;\n"
          "    f4 -> f2 [style=dashed, label=\"through c->cb; stored into c.cb at a.c:5:25\"];\n"
          "    f4 -> \"? at a.c:9\" "
          "[style=dotted, label=\"through u; no function is known for it\"];\n"
          "    f1 [label=\"leaf (a.c:3)\"];\n"
          "    f2 [label=\"twice (a.c:4)\"];\n"
          "}\n");
}

static void long_chains_do_not_recurse(void **state)
{
    enum { N = 3000 };
    struct arena a;
    struct buf text = {0}, out = {0};
    const struct program *p;

    (void)state;
    arena_init(&a);
    buf_adds(&text, "void f0(void) {}\n");
    for (int i = 1; i < N; i++) {
        buf_addf(&text, "void f%d(void) { f%d(); }\n", i, i - 1);
    }
    p = link_text(&a, buf_str(&text));
    assert_int_equal(p->n_sccs, N);
    graph_print(p, find_func(p, "f2999"), N + 1, false, "/t", &out);
    assert_non_null(strstr(buf_str(&out), "f0 (a.c:1)"));
    buf_release(&text);
    buf_release(&out);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tree),
        cmocka_unit_test(tree_cut_by_depth),
        cmocka_unit_test(graphviz),
        cmocka_unit_test(long_chains_do_not_recurse),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
