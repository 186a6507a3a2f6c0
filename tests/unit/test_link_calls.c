/* Calls through pointers: where the pointer can come from, and what happens when nobody knows. */
#include "link_support.h"

#define CHECK(text, function, expected)                                                            \
    do {                                                                                           \
        struct arena arena;                                                                        \
        arena_init(&arena);                                                                        \
        assert_string_equal(calls_of(&arena, link_text(&arena, (text)), (function)), (expected));  \
        arena_release(&arena);                                                                     \
    } while (0)

static void direct_and_external(void **state)
{
    (void)state;
    CHECK("int puts(const char *); static void g(void) {} void f(void) { g(); puts(\"x\"); }", "f",
          "g:direct puts:external");
}

static void field_set_by_store(void **state)
{
    (void)state;
    CHECK("struct conn { int fd; void (*cb)(int); };\n"
          "static void on_read(int x) {}\n"
          "void setup(struct conn *c) { c->cb = on_read; }\n"
          "void run(struct conn *c) { c->cb(1); }\n",
          "run", "on_read:pointer");
}

static void two_fields_stay_apart(void **state)
{
    (void)state;
    CHECK("struct conn { void (*r)(int); void (*w)(int); };\n"
          "static void on_read(int x) {}\n"
          "static void on_write(int x) {}\n"
          "void setup(struct conn *c) { c->r = on_read; c->w = &on_write; }\n"
          "void run(struct conn *c) { (*c->w)(1); }\n",
          "run", "on_write:pointer");
}

static void table_of_records(void **state)
{
    (void)state;
    CHECK("struct cmd { const char *name; void (*run)(void); };\n"
          "static void get(void) {}\n"
          "static void set(void) {}\n"
          "static const struct cmd cmds[] = {{\"get\", get}, {\"set\", .run = set}};\n"
          "void f(int i) { cmds[i].run(); }\n",
          "f", "get:pointer set:pointer");
}

static void table_of_functions(void **state)
{
    (void)state;
    CHECK("static void a(void) {}\n"
          "static void b(void) {}\n"
          "static void (*const tab[4])(void) = {[2] = b, [0] = a};\n"
          "void f(int i) { tab[i](); }\n",
          "f", "a:pointer b:pointer");
}

static void nested_initialiser(void **state)
{
    (void)state;
    CHECK("struct ops { int (*open)(void); int (*close)(void); };\n"
          "struct dev { int id; struct ops ops; struct { void (*hook)(void); } x; };\n"
          "static int my_open(void) { return 0; }\n"
          "static void my_hook(void) {}\n"
          "struct dev d = {1, {.open = my_open}, {my_hook}};\n"
          "void f(struct dev *p) { p->ops.open(); p->x.hook(); }\n",
          "f", "my_open:pointer my_hook:pointer");
}

static void through_a_parameter(void **state)
{
    (void)state;
    CHECK("static void cb(int x) {}\n"
          "static void each(void (*fn)(int), int n) { while (n--) fn(n); }\n"
          "void f(void) { each(cb, 3); }\n",
          "each", "cb:pointer");
}

static void through_a_return(void **state)
{
    (void)state;
    CHECK("typedef void (*fn)(void);\n"
          "static void one(void) {}\n"
          "static void two(void) {}\n"
          "static fn pick(int x) { return x ? one : two; }\n"
          "void f(int x) { pick(x)(); }\n",
          "f", "pick:direct one:pointer two:pointer");
}

static void through_memory(void **state)
{
    (void)state;
    CHECK("typedef void (*fn)(void);\n"
          "static void one(void) {}\n"
          "static void set(fn *where, fn what) { *where = what; }\n"
          "void f(void) { fn local; set(&local, one); local(); }\n",
          "f", "set:direct one:pointer");
    CHECK("typedef void (*fn)(void);\n"
          "void *malloc(unsigned long);\n"
          "static void one(void) {}\n"
          "static fn *tab;\n"
          "void init(void) { tab = malloc(80); tab[3] = one; }\n"
          "void f(int i) { tab[i](); }\n",
          "f", "one:pointer");
}

static void through_void_pointer(void **state)
{
    (void)state;
    CHECK("static void one(int x) {}\n"
          "static void *slot;\n"
          "void set(void) { slot = (void *)one; }\n"
          "void f(void) { void (*fn)(int) = (void (*)(int))slot; fn(3); }\n",
          "f", "one:pointer");
}

static void struct_copied_whole(void **state)
{
    (void)state;
    CHECK("struct h { void (*cb)(void); };\n"
          "static void one(void) {}\n"
          "void f(void) { struct h a = {one}, b; b = a; b.cb(); }\n",
          "f", "one:pointer");
}

static void resolved_on_the_fly(void **state)
{
    (void)state;
    CHECK("typedef void (*fn)(void);\n"
          "static void leaf(void) {}\n"
          "static void apply(fn g) { g(); }\n"
          "static void (*p)(fn) = apply;\n"
          "void f(void) { p(leaf); }\n",
          "apply", "leaf:pointer");
}

static void arguments_must_fit(void **state)
{
    (void)state;
    CHECK("static void *slot;\n"
          "static void two(int a, int b) {}\n"
          "static void one(int a) {}\n"
          "void set(int x) { if (x) slot = two; else slot = one; }\n"
          "void f(void) { ((void (*)(int))slot)(1); }\n",
          "f", "one:pointer");
}

static void by_signature_only(void **state)
{
    (void)state;
    CHECK("struct in { void (*cb)(int, char *); };\n"
          "void ext(void (*)(int, char *));\n"
          "void ext2(void (*)(int));\n"
          "static void fits(int a, char *b) {}\n"
          "static void other(int a) {}\n"
          "void reg(void) { ext(fits); ext2(other); }\n"
          "void f(struct in *i) { i->cb(1, 0); }\n",
          "f", "fits:signature ?:unresolved");
}

static void not_by_signature_when_known(void **state)
{
    (void)state;
    CHECK("void *dlsym(void *, const char *);\n"
          "void ext(void (*)(void));\n"
          "static void fits(void) {}\n"
          "void reg(void) { ext(fits); }\n"
          "void f(void) { void (*fn)(void) = dlsym(0, \"x\"); fn(); }\n",
          "f", "dlsym:external ?:unresolved");
}

static void always_null_is_known(void **state)
{
    (void)state;
    CHECK("struct m { void (*init)(void); };\n"
          "void ext(void (*)(void));\n"
          "static void fits(void) {}\n"
          "static struct m mod = {0};\n"
          "void reg(void) { ext(fits); mod.init = 0; }\n"
          "void f(void) { mod.init(); }\n",
          "f", "?:unresolved");
}

static void data_of_a_callback(void **state)
{
    (void)state;
    CHECK("typedef unsigned long t; int thread_new(t *, void *(*)(void *), void *);\n"
          "static void job(void) {}\n"
          "static void *run(void *fn) { ((void (*)(void))fn)(); return 0; }\n"
          "void f(void) { t id; thread_new(&id, run, (void *)job); }\n",
          "run", "job:pointer");
    CHECK("typedef unsigned long t; int thread_new(t *, void *(*)(void *), void *);\n"
          "static void job(void) {}\n"
          "static void *run(void *fn) { ((void (*)(void))fn)(); return 0; }\n"
          "static void start(void *(*entry)(void *), void *data)\n"
          "{ t id; thread_new(&id, entry, data); }\n"
          "void f(void) { start(run, (void *)job); }\n",
          "run", "job:pointer");
}

static void external_function_in_pointer(void **state)
{
    struct arena a;
    const struct program *p;

    (void)state;
    arena_init(&a);
    p = link_text(&a, "void free(void *);\n"
                      "static void (*release)(void *) = free;\n"
                      "void f(void *x) { release(x); }\n");
    assert_string_equal(calls_of(&a, p, "f"), "");
    assert_false(p->sites[1].unresolved);
    arena_release(&a);
}

static void recursion_is_one_component(void **state)
{
    struct arena a;
    const struct program *p;
    uint32_t even, odd, top, leaf;

    (void)state;
    arena_init(&a);
    p = link_text(&a, "int odd(int);\n"
                      "static void leaf(void) {}\n"
                      "int even(int n) { leaf(); return n == 0 || odd(n - 1); }\n"
                      "int odd(int n) { return n != 0 && even(n - 1); }\n"
                      "int top(int n) { return even(n); }\n");
    even = p->funcs[find_func(p, "even").v].scc;
    odd = p->funcs[find_func(p, "odd").v].scc;
    top = p->funcs[find_func(p, "top").v].scc;
    leaf = p->funcs[find_func(p, "leaf").v].scc;
    assert_int_equal(even, odd);
    assert_true(leaf < even && even < top);
    assert_int_equal(p->scc_first[even + 1] - p->scc_first[even], 2);
    assert_int_equal(p->scc_funcs[p->scc_first[leaf]].v, find_func(p, "leaf").v);
    assert_int_equal(p->n_sccs, 3);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(direct_and_external),
        cmocka_unit_test(field_set_by_store),
        cmocka_unit_test(two_fields_stay_apart),
        cmocka_unit_test(table_of_records),
        cmocka_unit_test(table_of_functions),
        cmocka_unit_test(nested_initialiser),
        cmocka_unit_test(through_a_parameter),
        cmocka_unit_test(through_a_return),
        cmocka_unit_test(through_memory),
        cmocka_unit_test(through_void_pointer),
        cmocka_unit_test(struct_copied_whole),
        cmocka_unit_test(resolved_on_the_fly),
        cmocka_unit_test(arguments_must_fit),
        cmocka_unit_test(by_signature_only),
        cmocka_unit_test(not_by_signature_when_known),
        cmocka_unit_test(always_null_is_known),
        cmocka_unit_test(data_of_a_callback),
        cmocka_unit_test(external_function_in_pointer),
        cmocka_unit_test(recursion_is_one_component),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
