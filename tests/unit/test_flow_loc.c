/* Names of memory: what the nth argument of a call of probe() points to, as text. */
#include "flow/loc.h"
#include "flow_support.h"

#define HEAD                                                                                       \
    "#include <stddef.h>\nvoid probe(void *p);\n"                                                  \
    "struct in { int x, y; };\n"                                                                   \
    "struct node { struct node *next; struct in in; int *p; struct in tab[4]; };\n"                \
    "static struct node one; static struct node nodes[8]; static struct node *head;\n"             \
    "void *malloc(size_t n);\n"

static loc_id pointee_of(const struct flow_facts *f, const char *function, uint32_t nth)
{
    site_id site = nth_call(f->program, function, "probe", nth);
    return loc_pointee(flow_locs(f), loc_of_arg(flow_locs(f), site, 0));
}

static void check(const char *body, uint32_t nth, const char *expected)
{
    struct arena a;
    struct buf BUF_CLEANUP got = {0};

    arena_init(&a);
    const struct flow_facts *f = facts_of_text(&a, arena_printf(&a, "%s%s", HEAD, body));
    loc_id loc = pointee_of(f, "f", nth);
    if (loc.v)
        loc_text(flow_locs(f), find_func(f->program, "f"), loc, &got);
    if (strcmp(buf_str(&got), expected))
        fail_msg("got '%s', expected '%s'\n%s", buf_str(&got), expected, body);
    arena_release(&a);
}

static void test_roots(void **state)
{
    (void)state;
    check("void f(void) { probe(&one); }", 0, "one");
    check("void f(void) { probe(&one.in.x); }", 0, "one.in.x");
    check("void f(struct node *n) { probe(&n->in); }", 0, "n->in");
    check("void f(struct node *n) { probe(n->next); }", 0, "n->next[0]");
    check("void f(int i) { probe(&nodes[i].in); }", 0, "nodes[].in");
    check("void f(int i) { (void)i; probe(&nodes[3]); }", 0, "nodes[3]");
    check("void f(void) { int local; probe(&local); }", 0, "local");
    check("void f(void) { struct node *n = malloc(9); probe(&n->in); }", 0, "malloc()->in");
    check("void f(void) { probe(&head->in); }", 0, "head->in");
}

static void test_locals(void **state)
{
    (void)state;
    check("void f(struct node *n) { struct in *i = &n->in; probe(&i->y); }", 0, "n->in.y");
    check("void f(struct node *n) { struct node *m = n->next; probe(&m->in); }", 0,
          "n->next->in");
    check("void f(void) { for (struct node *c = head; c; c = c->next) probe(&c->in); }", 0,
          "c->in");
    check("void f(struct node *n) { n = n->next; probe(n); }", 0, "n->next[0]");
    check("void f(struct node *n) { while (n->in.x) n = n->next; probe(&n->in); }", 0, "n->in");
    check("void f(int k, struct node *n) { probe(k ? &n->in : NULL); }", 0, "n->in");
}

static void test_calls(void **state)
{
    (void)state;
    check("static struct node *get(void) { return &one; } void f(void) { probe(&get()->in); }", 0,
          "one.in");
    check("static struct in *in_of(struct node *n) { return &n->in; }\n"
          "void f(struct node *m) { probe(in_of(m->next)); }", 0, "m->next->in");
    check("static struct node *same(struct node *n) { return n; }\n"
          "void f(struct node *m) { probe(&same(m)->in); }", 0, "m->in");
    check("static struct node *const only = &one; void f(void) { probe(&only->in); }", 0, "one.in");
    check("static struct node *either(int k) { return k ? &one : head; }\n"
          "void f(void) { probe(&either(1)->in); }", 0, "either()->in");
}

static void test_containers(void **state)
{
    (void)state;
    check("void f(void) { struct in *i = &one.in; struct node *n =\n"
          " (struct node *)((char *)i - offsetof(struct node, in)); probe(&n->next); }", 0,
          "one.next");
    check("void f(struct in *i) { struct node *n =\n"
          " (struct node *)((char *)i - offsetof(struct node, in)); probe(&n->next); }", 0,
          "n->next");
}

static void test_bounds(void **state)
{
    (void)state;
    check("void f(struct node *n) { probe(&n->next->next->next->next->in); }", 0,
          "node.next->in"); /* its last part, of some object */
}

static void test_substitution(void **state)
{
    (void)state;
    struct arena a;
    struct buf BUF_CLEANUP got = {0};

    arena_init(&a);
    const struct flow_facts *f = facts_of_text(
        &a, HEAD "static void g(struct node *n, int i) { probe(&n->tab[i].y); }\n"
                 "void f(struct node *m) { g(m->next, 2); g(&one, 1); }");
    struct locs *l = flow_locs(f);
    loc_id inner = pointee_of(f, "g", 0);
    loc_text(l, find_func(f->program, "f"),
             loc_substitute(l, inner, nth_call(f->program, "f", "g", 0)), &got);
    assert_string_equal(buf_str(&got), "m->next->tab[].y");
    buf_reset(&got);
    loc_text(l, find_func(f->program, "f"),
             loc_substitute(l, inner, nth_call(f->program, "f", "g", 1)), &got);
    assert_string_equal(buf_str(&got), "one.tab[].y");
    arena_release(&a);
}

static void test_comparing(void **state)
{
    (void)state;
    struct arena a;

    arena_init(&a);
    const struct flow_facts *f = facts_of_text(
        &a, HEAD "void f(struct node *n, struct node *m, int i) { probe(&n->in.x);\n"
                 " probe(&m->in.x);\n"
                 " probe(&n->next); probe(&m->next); probe(&one.next); probe(&nodes[1]);\n"
                 " probe(&nodes[2]); probe(&nodes[i]); }");
    struct locs *l = flow_locs(f);
    loc_id v[8];
    for (uint32_t i = 0; i < 8; i++)
        v[i] = pointee_of(f, "f", i);
    assert_true(loc_same_given(l, v[0], v[1], v[2], v[3])); /* beside the same field */
    assert_false(loc_same_given(l, v[0], v[1], v[2], v[2]));
    assert_true(loc_may_alias(l, v[2], v[4]));
    assert_false(loc_may_alias(l, v[0], v[2]));
    assert_false(loc_may_alias(l, v[5], v[6]));
    assert_true(loc_may_alias(l, v[5], v[7]));
    assert_true(loc_is_fixed(l, v[4]) && !loc_is_fixed(l, v[2]));
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roots),      cmocka_unit_test(test_locals),
        cmocka_unit_test(test_calls),      cmocka_unit_test(test_containers),
        cmocka_unit_test(test_bounds),     cmocka_unit_test(test_substitution),
        cmocka_unit_test(test_comparing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
