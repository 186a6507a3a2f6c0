/* Which definition a name means, across units; records and fields across units. */
#include "link_support.h"

/* The edge of the function's first call. */
static struct edge only_edge(const struct program *p, const char *name)
{
    const struct site *s = &p->sites[p->funcs[find_func(p, name).v].first_site];

    assert_int_equal(s->n_edges, 1);
    return p->edges[s->first_edge];
}

static void statics_stay_apart(void **state)
{
    static const char *const texts[] = {
        "static void help(void) {} void fa(void) { help(); }",
        "static void help(void) {} void fb(void) { help(); }",
    };
    struct arena a;
    const struct program *p;
    gfunc_id first, second;

    (void)state;
    arena_init(&a);
    p = link_texts(&a, texts, 2);
    first = program_find_func(p, "help", 0);
    second = program_find_func(p, "help", 1);
    assert_true(first.v != 0 && second.v != 0);
    assert_int_equal(only_edge(p, "fa").to.v, first.v);
    assert_int_equal(only_edge(p, "fb").to.v, second.v);
    arena_release(&a);
}

static void external_merges_with_its_definition(void **state)
{
    static const char *const texts[] = {
        "void work(int); extern int level; void fa(void) { work(level); }",
        "int level = 7; void work(int x) {}",
    };
    struct arena a;
    const struct program *p;

    (void)state;
    arena_init(&a);
    p = link_texts(&a, texts, 2);
    assert_string_equal(calls_of(&a, p, "fa"), "work:direct");
    assert_string_equal(arg_text(&a, p, "fa", "work", 0), "7");
    arena_release(&a);
}

static void header_inline_is_one_function(void **state)
{
    static const struct support_file a_files[] = {
        {"a.c", "#include \"h.h\"\nvoid fa(void) { once(1); }"},
        {"h.h", "static inline int once(int x) { static int n; return n += x; }"},
    };
    static const struct support_file b_files[] = {
        {"b.c", "#include \"h.h\"\nvoid fb(void) { once(2); }"},
        {"h.h", "static inline int once(int x) { static int n; return n += x; }"},
    };
    struct arena a;
    const struct unit *units[2];
    const struct program *p;

    (void)state;
    arena_init(&a);
    units[0] = unit_from_files(&a, a_files, 2);
    units[1] = unit_from_files(&a, b_files, 2);
    p = program_link(&a, units, 2);
    assert_int_equal(program_find_func(p, "once", 1).v, 0);
    assert_string_equal(calls_of(&a, p, "fa"), "once:direct");
    assert_string_equal(calls_of(&a, p, "fb"), "once:direct");
    assert_string_equal(
        set_text(&a, p, flow_value(p, find_func(p, "fb"), program_unit(p, find_func(p, "fb"))
                 ->args[find_call(p, "fb", "once")->args.first].val)), "2");
    arena_release(&a);
}

static void own_directory_wins(void **state)
{
    static const struct support_file files[][1] = {
        {{"one/a.c", "void work(void); void fa(void) { work(); }"}},
        {{"one/b.c", "void work(void) {}"}},
        {{"two/b.c", "void work(void) {}"}},
        {{"three/c.c", "void work(void); void fc(void) { work(); }"}},
    };
    struct arena a;
    const struct unit *units[4];
    const struct program *p;

    (void)state;
    arena_init(&a);
    for (int i = 0; i < 4; i++) {
        units[i] = unit_from_files(&a, files[i], 1);
    }
    p = program_link(&a, units, 4);
    assert_string_equal(calls_of(&a, p, "fa"), "work:direct");
    assert_int_equal(p->funcs[only_edge(p, "fa").to.v].unit, 1);
    assert_string_equal(calls_of(&a, p, "fc"), "work:ambiguous work:ambiguous");
    arena_release(&a);
}

static void strong_hides_weak(void **state)
{
    static const char *const texts[] = {
        "__attribute__((weak)) void hook(void) {} void fa(void) { hook(); }",
        "int puts(const char *); void hook(void) { puts(\"\"); }",
    };
    struct arena a;
    const struct program *p;

    (void)state;
    arena_init(&a);
    p = link_texts(&a, texts, 2);
    assert_string_equal(calls_of(&a, p, "fa"), "hook:direct");
    assert_int_equal(p->funcs[only_edge(p, "fa").to.v].unit, 1);
    arena_release(&a);
}

static void alias_shares_the_body(void **state)
{
    struct arena a;
    const struct program *p;

    (void)state;
    arena_init(&a);
    p = link_text(&a, "void real(void) {}\n"
                      "void other(void) __attribute__((alias(\"real\")));\n"
                      "void f(void) { other(); }\n");
    assert_string_equal(calls_of(&a, p, "f"), "real:direct");
    arena_release(&a);
}

static void tentative_definitions_are_one(void **state)
{
    static const char *const texts[] = {
        "int ext(int); int level; void fa(void) { ext(level); }",
        "int level; void fb(void) { level = 3; }",
        "int level = 4;",
    };
    struct arena a;
    const struct program *p;

    (void)state;
    arena_init(&a);
    p = link_texts(&a, texts, 3);
    assert_string_equal(arg_text(&a, p, "fa", "ext", 0), "3, 4");
    arena_release(&a);
}

static void two_programs_stay_apart(void **state)
{
    static const char *const texts[] = {
        "int ext(int); int level = 1; void fa(void) { ext(level); }",
        "int ext(int); int level = 2; void fb(void) { ext(level); }",
    };
    struct arena a;
    const struct program *p;

    (void)state;
    arena_init(&a);
    p = link_texts(&a, texts, 2);
    assert_string_equal(arg_text(&a, p, "fa", "ext", 0), "1");
    assert_string_equal(arg_text(&a, p, "fb", "ext", 0), "2");
    arena_release(&a);
}

static void records_are_one_across_units(void **state)
{
    static const struct support_file a_files[] = {
        {"a.c", "#include \"h.h\"\nstatic void cb(void) {}\n"
                "void set(struct s *p) { p->cb = cb; }"},
        {"h.h", "struct s { int x; void (*cb)(void); };"},
    };
    static const struct support_file b_files[] = {
        {"b.c", "#define WITH_EXTRA\n#include \"h.h\"\nvoid run(struct s *p) { p->cb(); }"},
        {"h.h", "struct s { int x; void (*cb)(void); };"},
    };
    static const struct support_file c_files[] = {
        {"c.c", "struct s { int x; void (*cb)(void); };\nvoid run2(struct s *p) { p->cb(); }"},
    };
    static const struct support_file d_files[] = {
        {"d.c", "struct s { long y; void (*cb)(void); };\nvoid run3(struct s *p) { p->cb(); }"},
    };
    struct arena a;
    const struct unit *units[4];
    const struct program *p;

    (void)state;
    arena_init(&a);
    units[0] = unit_from_files(&a, a_files, 2);
    units[1] = unit_from_files(&a, b_files, 2);
    units[2] = unit_from_files(&a, c_files, 1);
    units[3] = unit_from_files(&a, d_files, 1);
    p = program_link(&a, units, 4);
    assert_string_equal(calls_of(&a, p, "run"), "cb:pointer");
    assert_string_equal(calls_of(&a, p, "run2"), "cb:pointer");
    assert_true(strstr(calls_of(&a, p, "run3"), "pointer") == NULL);
    arena_release(&a);
}

static void order_is_by_place(void **state)
{
    static const char *const texts[] = {"void z(void) {}\nvoid y(void) {}", "void x(void) {}"};
    struct arena a;
    const struct program *p;

    (void)state;
    arena_init(&a);
    p = link_texts(&a, texts, 2);
    assert_int_equal(p->n_funcs, 4);
    assert_string_equal(p->funcs[1].name, "z");
    assert_string_equal(p->funcs[2].name, "y");
    assert_string_equal(p->funcs[3].name, "x");
    arena_release(&a);
}

static void empty_program(void **state)
{
    struct arena a;
    const struct program *p;

    (void)state;
    arena_init(&a);
    p = program_link(&a, NULL, 0);
    assert_int_equal(p->n_funcs, 1);
    assert_int_equal(p->n_sccs, 0);
    assert_int_equal(program_find_func(p, "main", 0).v, 0);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(statics_stay_apart),
        cmocka_unit_test(external_merges_with_its_definition),
        cmocka_unit_test(header_inline_is_one_function),
        cmocka_unit_test(own_directory_wins),
        cmocka_unit_test(strong_hides_weak),
        cmocka_unit_test(alias_shares_the_body),
        cmocka_unit_test(tentative_definitions_are_one),
        cmocka_unit_test(two_programs_stay_apart),
        cmocka_unit_test(records_are_one_across_units),
        cmocka_unit_test(order_is_by_place),
        cmocka_unit_test(empty_program),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
