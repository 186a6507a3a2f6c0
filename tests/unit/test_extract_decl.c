/* Declarations, types, places, attributes, initialisers, comments and quality, from C text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "support.h"
#include "unit/bytes.h"

static struct arena arena;

static int setup(void **state)
{
    (void)state;
    arena_init(&arena);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static const char *dump_of(const struct unit *u)
{
    BUF_CLEANUP struct buf out = {0};

    unit_dump(u, "/t", &out);
    return arena_strdup(&arena, buf_str(&out));
}

static const char *dump(const char *text)
{
    return dump_of(unit_from_c(&arena, text, "a.c"));
}

/* Each line must be in the dump, whole. */
static void expect(const char *dumped, const char *lines)
{
    const char *padded = arena_printf(&arena, "\n%s", dumped);

    while (*lines) {
        size_t n = strcspn(lines, "\n");
        const char *line = arena_printf(&arena, "\n%.*s\n", (int)n, lines);
        if (strstr(padded, line) == NULL)
            fail_msg("no line \"%.*s\" in:\n%s", (int)n, lines, dumped);
        lines += n + (lines[n] == '\n');
    }
}

static const struct unit_sym *find_sym(const struct unit *u, const char *name)
{
    for (uint32_t i = 1; i < u->n_syms; i++)
        if (strcmp(unit_str(u, u->syms[i].name), name) == 0)
            return &u->syms[i];
    fail_msg("no symbol %s", name);
    return NULL;
}

static void test_symbols(void **state)
{
    (void)state;
    expect(dump("extern int later;\n"
                "int use(void) { return later; }\n"
                "int later;\n"
                "static int hidden; _Thread_local int tl; _Atomic int at;\n"
                "extern int elsewhere, unused;\n"
                "inline static int in(void) { static int calls; return calls++ + elsewhere; }\n"
                "int kr(a, b) int a; char *b; { return a; }\n"
                "int defined = 3; extern int also = 4;\n"
                "int real(void) { return 0; }\n"
                "int other(void) __attribute__((alias(\"real\")));\n"),
           "var later 3:5 external defined: int32\n"
           "var hidden 4:12 internal defined: int32\n"
           "var tl 4:38 external defined thread-local: int32\n"
           "var at 4:54 external defined: atomic int32\n"
           "var elsewhere 5:12 external: int32\n"
           "func in 6:19 internal defined inline: int32()\n"
           "var calls 6:41 local-static defined: int32\n"
           "func kr 7:5 external defined: int32(int32, int8*)\n"
           "var also 8:29 external defined: int32\n"
           "init defined = 3 8:15\n"
           "func other 10:5 external alias real: int32()\n");
}

static void test_what_is_not_used_is_not_kept(void **state)
{
    (void)state;
    const char *d = dump("extern int unused; int unused_too(void); struct nobody { int x; };\n"
                         "int main(void) { return 0; }\n");
    assert_null(strstr(d, "unused"));
    assert_null(strstr(d, "nobody"));
    assert_non_null(strstr(d, "func main"));
}

static void test_one_symbol_for_one_thing(void **state)
{
    (void)state;
    const struct unit *u = unit_from_c(&arena,
                                       "int f(int); int f(int a);\n"
                                       "int g(void) { int f(int); extern int v; return f(v); }\n"
                                       "int v; int f(int a) { return a + v; }\n",
                                       "a.c");
    assert_int_equal(u->n_syms - 1, 3);
    const struct unit_sym *f = find_sym(u, "f");
    assert_true(f->flags & SYM_DEFINED);
    assert_int_equal(u->places[f->place.v].line, 3);
    assert_int_equal(u->funcs[f->func.v].sym.v, (uint32_t)(f - u->syms));
    assert_int_equal(unit_info(u)->n_bodies, 2);
}

static void test_records_and_types(void **state)
{
    (void)state;
    expect(dump("typedef struct node node_t;\n"
                "struct node { node_t *next, *all[4]; int (*cb)(node_t *, ...); unsigned f : 3;\n"
                "  struct { short a; } in; union { int u; }; volatile char v; };\n"
                "typedef struct { double d; } bare_t;\n"
                "typedef int fd_t; typedef fd_t sock_t;\n"
                "node_t n; bare_t b; const sock_t s; struct opaque *o; _Bool yes;\n"
                "enum color { RED } c; void (*array[2])(void); int m[2][3];\n"
                "int take(int a[3], int f(int)) { return f(a[0]); }\n"),
           "struct node 2:8\n"
           "  next: node_t*\n"
           "  all: node_t*[4]\n"
           "  cb: int32(node_t*, ...)*\n"
           "  f: uint32 bits 3\n"
           "  in: struct anon:a.c:3:3\n"
           "  -: union anon:a.c:3:27\n"
           "  v: volatile int8\n"
           "struct anon:a.c:3:3 3:3 anonymous\n"
           "struct bare_t 4:9\n"
           "struct opaque 6:44\n"
           "var n 6:8 external defined: node_t\n"
           "var s 6:34 external defined: const sock_t\n"
           "var o 6:52 external defined: struct opaque*\n"
           "var yes 6:61 external defined: bool\n"
           "var c 7:20 external defined: enum\n"
           "var m 7:51 external defined: int32[3][2]\n"
           "func take 8:5 external defined: int32(int32*, int32(int32)*)\n");
}

static void test_a_long_chain_of_records(void **state)
{
    BUF_CLEANUP struct buf text = {0};

    (void)state;
    for (int i = 20000; i > 0; i--)
        buf_addf(&text, "struct r%d { struct r%d *next; };\n", i - 1, i);
    buf_adds(&text, "struct r0 first;\n");
    const struct unit *u = unit_from_c(&arena, buf_str(&text), "a.c");
    assert_int_equal(u->n_records, 20002);
}

static void test_attributes(void **state)
{
    (void)state;
    expect(dump("#define CAPABILITY(x) __attribute__((capability(x)))\n"
                "#define GUARDED_BY(x) __attribute__((guarded_by(x)))\n"
                "#define REQUIRES(...) __attribute__((requires_capability(__VA_ARGS__)))\n"
                "#define AUTO __attribute__((cleanup(drop)))\n"
                "struct CAPABILITY(\"mutex\") mu { int x; };\n"
                "struct mu lock;\n"
                "struct box { struct mu m; int n GUARDED_BY(m); } box;\n"
                "int count __attribute__((guarded_by(lock)));\n"
                "void need(void) REQUIRES(lock, box.m);\n"
                "void need(void) { }\n"
                "void take(void) __attribute__((acquire_capability(lock)));\n"
                "void start(void) __attribute__((__constructor__(101)));\n"
                "void start(void) { take(); count++; }\n"
                "_Noreturn void die(void); void quit(void) __attribute__((noreturn));\n"
                "void soft(void) __attribute__((weak)); void soft(void) { die(); quit(); }\n"
                "static void drop(int *p) { (void)p; }\n"
                "void scope(void) { AUTO int x = 1; (void)x; }\n"),
           "attr record mu: capability(\"mutex\") 5:8{1:38}\n"
           "attr field box.n: guarded_by(m) 7:33{2:38}\n"
           "attr sym count: guarded_by(lock) 8:26\n"
           "attr sym need: requires(lock, box.m) 9:17{3:38}\n"
           "attr sym take: acquire(lock) 11:32\n"
           "attr sym start: constructor(101) 12:33\n"
           "func start 13:6 external defined constructor: void()\n"
           "func die 14:16 external noreturn: void()\n"
           "func quit 14:32 external noreturn: void()\n"
           "func soft 15:45 external defined weak: void()\n"
           "attr local x: cleanup(drop) 17:20{4:29}\n");
}

static void test_initialisers(void **state)
{
    (void)state;
    expect(dump("typedef int handler(int);\n"
                "handler on_get, on_put; int target;\n"
                "struct cmd { const char *name; handler *fn; struct { int *p; int n; } in; };\n"
                "struct cmd table[] = { {\"get\", on_get, {&target, 7}},\n"
                "  [5] = { .fn = &on_put, .in.p = &target, .name = \"put\" } };\n"
                "handler *current = on_get;\n"
                "int numbers[100] = { 1, 2, 3 };\n"
                "void f(void) { static handler *once = on_put; once(1); }\n"),
           "init table[0].name = \"get\" 4:25\n"
           "init table[0].fn = on_get 4:32\n"
           "init table[0].in.p = &target 4:41\n"
           "init table[0].in.n = 7 4:50\n"
           "init table[5].fn = on_put 5:17\n"
           "init table[5].in.p = &target 5:34\n"
           "init table[5].name = \"put\" 5:51\n"
           "init current = on_get 6:20\n"
           "init numbers[2] = 3 7:28\n"
           "init once = on_put 8:39\n");
}

static void test_many_numbers_are_cut_but_functions_are_kept(void **state)
{
    BUF_CLEANUP struct buf text = {0};

    (void)state;
    buf_adds(&text, "int f(void); struct e { int n; int (*fn)(void); } t[] = {\n");
    for (int i = 0; i < 500; i++)
        buf_addf(&text, "{%d, f},", i + 1);
    buf_adds(&text, "};\n");
    const struct unit *u = unit_from_c(&arena, buf_str(&text), "a.c");
    assert_int_equal(u->n_inits - 1, 500 + 64);
}

static void test_places(void **state)
{
    static const struct support_file files[] = {
        {"a.c", "#include \"m.h\"\nint g(int);\n#define LOCAL(x) g(x)\n"
                "int f(int p) {\n  CALL(g(1));\n  LOCAL(p);\n  return helper(2); }\n"},
        {"m.h", "int h(int);\n#define CALL(x) h(x)\nstatic inline int helper(int i) {\n"
                "return i; }\n"},
    };

    (void)state;
    const char *d = dump_of(unit_from_files(&arena, files, 2));
    expect(d, "file a.c main\n"
              "file m.h\n"
              "func helper m.h:3:19 internal defined inline header: int32(int32)\n"
              "    5:8 v1 = call g(1)\n"
              "    5:3{m.h:2:17} v2 = call h(v1)\n"
              "    6:3{3:18} v4 = call g(v3)\n"
              "function helper m.h:3:19 to 4 ok\n"
              "    4:8 v1 = load i\n");
}

static void test_comments(void **state)
{
    static const struct support_file files[] = {
        {"a.c", "#include \"m.h\"\n"
                "int a; // NOLINT(concadvise-CA101)\n"
                "  /* concadvise-disable\n     CA101 */\n"
                "const char *s = \"// NOLINT \\\" // NOLINT\"; char c = '\"'; // a NOLINT\n"
                "// nothing to say\n"
                "// spliced \\\nNOLINT\n"},
        {"m.h", "/* concadvise */ int m;\n"},
    };

    (void)state;
    const struct unit *u = unit_from_files(&arena, files, 2);
    expect(dump_of(u), "comment 2:8 to 2 \"// NOLINT(concadvise-CA101)\"\n"
                       "comment 3:3 to 4 alone \"/* concadvise-disable\\n     CA101 */\"\n"
                       "comment 5:57 to 5 \"// a NOLINT\"\n"
                       "comment 7:1 to 8 alone \"// spliced \\\\\\nNOLINT\"\n"
                       "comment m.h:1:1 to 1 alone \"/* concadvise */\"\n");
    assert_int_equal(u->n_comments - 1, 5);
}

static void test_quality(void **state)
{
    (void)state;
    const struct unit *u = unit_from_c(&arena,
                                       "#include \"gone.h\"\n"
                                       "int good(void) { return 1; }\n"
                                       "int bad(void) {\n  return unknown + 1;\n}\n"
                                       "wrong nowhere;\n",
                                       "a.c");
    assert_int_equal(unit_info(u)->status, UNIT_PARTIAL);
    assert_int_equal(unit_info(u)->n_bodies, 2);
    expect(dump_of(u), "unit a.c: partial, 2 bodies: \"'gone.h' file not found\"\n"
                       "diag 1:10 missing-header \"gone.h\"\n"
                       "diag 4:10 error \"use of undeclared identifier 'unknown'\" in bad\n"
                       "diag 6:1 error \"unknown type name 'wrong'\"\n"
                       "function good 2:5 to 2 ok\n"
                       "function bad 3:5 to 5 partial: "
                       "\"use of undeclared identifier 'unknown'\"\n");
}

static void test_an_empty_file(void **state)
{
    (void)state;
    const struct unit *u = unit_from_c(&arena, "", "a.c");
    assert_int_equal(unit_info(u)->status, UNIT_OK);
    assert_string_equal(dump_of(u), "unit a.c: ok, 0 bodies\nfile a.c main\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_symbols),
        TEST(test_what_is_not_used_is_not_kept),
        TEST(test_one_symbol_for_one_thing),
        TEST(test_records_and_types),
        TEST(test_a_long_chain_of_records),
        TEST(test_attributes),
        TEST(test_initialisers),
        TEST(test_many_numbers_are_cut_but_functions_are_kept),
        TEST(test_places),
        TEST(test_comments),
        TEST(test_quality),
        TEST(test_an_empty_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
