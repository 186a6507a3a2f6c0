/* What variables can hold, where it came from, and when the answer is "and others". */
#include "link_support.h"

#define CHECK_ARG(text, function, arg, expected)                                                   \
    do {                                                                                           \
        struct arena arena;                                                                        \
        arena_init(&arena);                                                                        \
        assert_string_equal(arg_text(&arena, link_text(&arena, (text)), (function), "use", (arg)), \
                            (expected));                                                           \
        arena_release(&arena);                                                                     \
    } while (0)

static void origin_of_a_descriptor(void **state)
{
    (void)state;
    CHECK_ARG("int socket(int, int, int); int use(int);\n"
              "struct c { int fd; };\n"
              "static int make(void) { int s = socket(1, 2, 3); return s; }\n"
              "void set(struct c *c) { c->fd = make(); }\n"
              "void f(struct c *c) { use(c->fd); }\n",
              "f", 0, "result of socket");
}

static void written_through_an_argument(void **state)
{
    (void)state;
    CHECK_ARG("int pipe(int *); int use(int);\n"
              "void f(void) { int fds[2]; pipe(fds); use(fds[0]); }\n",
              "f", 0, "out 0 of pipe");
    CHECK_ARG("struct ai; int getai(const char *, struct ai **); int use(struct ai *);\n"
              "void f(void) { struct ai *res; getai(\"x\", &res); use(res); }\n",
              "f", 0, "out 1 of getai");
    CHECK_ARG("int get(const int *); int use(int);\n"
              "void f(void) { int x = 5; get(&x); use(x); }\n",
              "f", 0, "5");
    CHECK_ARG("long read(int, void *, unsigned long); int use(int);\n"
              "void f(void) { int x; read(0, &x, sizeof x); use(x); }\n",
              "f", 0, "out 1 of read");
}

static void constants(void **state)
{
    (void)state;
    CHECK_ARG("int use(int); static void g(int x) { use(x); }\n"
              "void f(void) { g(1); g(2); g(-1); }\n",
              "g", 0, "-1, 1, 2");
    CHECK_ARG("int use(int); static void g(int x) { use(x); }\n"
              "void f(void) { g(1); g(2); g(3); g(4); g(5); g(6); g(7); g(8); g(9); }\n",
              "g", 0, "1, 2, 3, 4, 5, 6, 7, 8, ...");
}

static void null_is_a_constant(void **state)
{
    (void)state;
    CHECK_ARG("int use(void (*)(void)); static void cb(void) {}\n"
              "void f(int x) { use(x ? cb : (void *)0); }\n",
              "f", 0, "0, cb()");
}

static void parameters_of_entry_points_are_open(void **state)
{
    (void)state;
    CHECK_ARG("int use(int); void f(int x) { use(x); }", "f", 0, "...");
    CHECK_ARG("int use(int); void reg(void (*)(int)); static void f(int x) { use(x); }\n"
              "void g(void) { f(3); reg(f); }\n",
              "f", 0, "3, ...");
}

static void arithmetic_is_open(void **state)
{
    (void)state;
    CHECK_ARG("int use(int); void f(void) { int x = 1; x++; use(x); }", "f", 0, "1, ...");
    CHECK_ARG("int use(char *); static char buf[9]; void f(void) { char *p = buf; use(p + 1); }",
              "f", 0, "&buf, ...");
}

static void unresolved_result_is_open(void **state)
{
    (void)state;
    CHECK_ARG("int use(int); void f(int (*cb)(void)) { use(cb()); }", "f", 0, "...");
}

static void addresses(void **state)
{
    (void)state;
    CHECK_ARG("struct loop { int x; }; static struct loop main_loop; int use(struct loop *);\n"
              "static struct loop *get(void) { return &main_loop; }\n"
              "void f(void) { struct loop *l = get(); use(l); }\n",
              "f", 0, "&main_loop");
}

static void container_of(void **state)
{
    (void)state;
    CHECK_ARG("struct node { int x; }; struct big { long y; struct node n; };\n"
              "int use(struct big *); static struct node nd;\n"
              "static void g(struct node *p)\n"
              "{ use((struct big *)((char *)p - __builtin_offsetof(struct big, n))); }\n"
              "void f(void) { g(&nd); }\n",
              "g", 0, "&nd, ...");
}

static void cycles_of_copies(void **state)
{
    (void)state;
    CHECK_ARG("int use(int); int socket(void);\n"
              "void f(int n)\n"
              "{ int a = socket(), b, c; while (n--) { b = a; c = b; a = c; } use(c); }\n",
              "f", 0, "result of socket");
}

static void nodes_of_fields(void **state)
{
    struct arena a;
    const struct program *p;
    gfunc_id f, g;
    node_id x, y;
    const struct unit *u;

    (void)state;
    arena_init(&a);
    p = link_text(&a, "struct s { int v; int w; }; static struct s one;\n"
                      "void f(struct s *p) { p->v = 1; }\n"
                      "void g(void) { one.v = 2; one.w = 3; }\n");
    f = find_func(p, "f");
    g = find_func(p, "g");
    u = program_unit(p, f);
    x = flow_node(p, f, u->ops[program_func(p, f)->ops.first + 1].path);
    y = flow_node(p, g, u->ops[program_func(p, g)->ops.first].path);
    assert_int_not_equal(x.v, 0);
    assert_int_equal(x.v, y.v);
    assert_string_equal(p->field_names[flow_node_field(p, x).v], "s.v");
    assert_int_equal(flow_node_sym(p, x).v, 0);
    arena_release(&a);
}

static void reasons_and_origin(void **state)
{
    struct arena a;
    struct buf b = {0};
    const struct program *p;
    gfunc_id f, where;
    place_id place;
    uint32_t unit;
    const struct unit_op *op;

    (void)state;
    arena_init(&a);
    p = link_text(&a, "struct conn { void (*cb)(int); };\n"
                      "static void on_read(int x) {}\n"
                      "static void add(struct conn *c, void (*fn)(int)) {\n"
                      "  c->cb = fn;\n"
                      "}\n"
                      "void setup(struct conn *c) {\n"
                      "  add(c, on_read);\n"
                      "}\n"
                      "void run(struct conn *c) { c->cb(1); }\n");
    f = find_func(p, "run");
    op = &program_unit(p, f)->ops[p->sites[p->funcs[f.v].first_site].op.v];
    flow_reason(p, f, op->val, p->edges[p->sites[p->funcs[f.v].first_site].first_edge].obj, 9, &b);
    assert_string_equal(buf_str(&b), "stored into conn.cb at /t/a.c:4:3\n"
                                     "passed to add() at /t/a.c:7:3\n");
    assert_true(flow_origin(p, f, op->val,
                            p->edges[p->sites[p->funcs[f.v].first_site].first_edge].obj, &where,
                            &place));
    assert_int_equal(where.v, find_func(p, "setup").v);
    assert_int_equal(program_unit(p, where)->places[place.v].line, 7);
    assert_true(flow_origin_at(p, f, op->val,
                               p->edges[p->sites[p->funcs[f.v].first_site].first_edge].obj, &unit,
                               &where, &place));
    assert_int_equal(unit, 0);
    buf_release(&b);
    arena_release(&a);
}

static void origin_in_an_initialiser(void **state)
{
    struct arena a;
    struct buf b = {0};
    const struct program *p;
    gfunc_id f, where;
    place_id place;
    uint32_t unit;
    const struct unit_op *op;
    obj_id obj;

    (void)state;
    arena_init(&a);
    p = link_text(&a, "struct ops { int (*open)(void); };\n"
                      "static int my_open(void) { return 0; }\n"
                      "struct ops ops = {\n"
                      "  .open = my_open,\n"
                      "};\n"
                      "void f(struct ops *o) { o->open(); }\n");
    f = find_func(p, "f");
    op = &program_unit(p, f)->ops[p->sites[p->funcs[f.v].first_site].op.v];
    obj = p->edges[p->sites[p->funcs[f.v].first_site].first_edge].obj;
    flow_reason(p, f, op->val, obj, 9, &b);
    assert_memory_equal(buf_str(&b), "set in the initialiser of ops.open at /t/a.c:4:", 47);
    assert_true(flow_origin_at(p, f, op->val, obj, &unit, &where, &place));
    assert_int_equal(where.v, 0);
    assert_int_equal(p->units[unit]->places[place.v].line, 4);
    buf_release(&b);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(origin_of_a_descriptor),
        cmocka_unit_test(written_through_an_argument),
        cmocka_unit_test(constants),
        cmocka_unit_test(null_is_a_constant),
        cmocka_unit_test(parameters_of_entry_points_are_open),
        cmocka_unit_test(arithmetic_is_open),
        cmocka_unit_test(unresolved_result_is_open),
        cmocka_unit_test(addresses),
        cmocka_unit_test(container_of),
        cmocka_unit_test(cycles_of_copies),
        cmocka_unit_test(nodes_of_fields),
        cmocka_unit_test(reasons_and_origin),
        cmocka_unit_test(origin_in_an_initialiser),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
