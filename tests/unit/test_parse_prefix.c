/*
 * Beginnings that files share: where they end, which are worth keeping, and that a unit is byte for
 * byte the same whether its file was parsed behind a kept beginning or on its own.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "parse/parse.h"
#include "parse/prefix.h"

struct fixture {
    struct arena arena;
    char dir[64];
};

static const char *file_in(struct fixture *f, const char *name, const char *text)
{
    struct err e ERR_CLEANUP = {0};
    const char *path = path_join(&f->arena, f->dir, name);
    assert_true(file_write_atomic(path, text, strlen(text), &e));
    return path;
}

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    arena_init(&f->arena);
    (void)snprintf(f->dir, sizeof f->dir, "/tmp/concadvise-prefix-XXXXXX");
    assert_non_null(mkdtemp(f->dir));
    assert_true(dir_make(&f->arena, path_join(&f->arena, f->dir, "cache")));
    *state = f;
    return 0;
}

/* Also a check: everything but the files of the test is gone. */
static int tear_down(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(rmdir(path_join(&f->arena, f->dir, "cache")), 0);
    DIR *d = opendir(f->dir);
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d)) != NULL;)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            assert_int_equal(unlink(path_join(&f->arena, f->dir, e->d_name)), 0);
    assert_int_equal(closedir(d), 0);
    assert_int_equal(rmdir(f->dir), 0);
    arena_release(&f->arena);
    free(f);
    return 0;
}

/* ---- where a beginning ends ---- */
static void test_scan(void **state)
{
    static const struct {
        const char *text;
        uint32_t items;
        const char *last; /* the last item's text */
    } cases[] = {
        {"", 0, NULL},
        {"int x;\n", 0, NULL},
        {"#include <a.h>\nint x;\n", 1, "#include <a.h>\n"},
        {"#include <a.h>", 0, NULL}, /* no end of line */
        {"/* c */ // d \\\n e\n# include \"a.h\" /* more\n lines */\nint x;\n", 1,
         "# include \"a.h\"\n"},
        {"#include <a//b.h>\n#include <c.h> // why\nx\n", 2, "#include <c.h>\n"},
        {"#define _GNU_SOURCE 1\n#define MAX 10\n", 1, "#define _GNU_SOURCE 1\n"},
        {"#define A\n#define B 1\n#define C(x)\n", 2, "#define B 1\n"},
        {"#ifdef A\n#include <a.h>\n#else\n#error no\n#endif\nx\n", 1,
         "#ifdef A\n#include <a.h>\n#else\n#error no\n#endif\n"},
        {"#include <a.h>\n#ifdef A\nint x;\n#endif\n", 1, "#include <a.h>\n"},
        {"#include <a.h>\n#if 1\n#include <b.h>\n", 1, "#include <a.h>\n"},
        {"#include <a.h>\n#pragma once\n#include <b.h>\n", 1, "#include <a.h>\n"},
        {"#include <a.h>\n#endif\n", 1, "#include <a.h>\n"},
        {"#include \\\n <a.h>\r\nx\n", 1, "#include   <a.h>\n"},
        {"#include \"a.h\n#include <b.h>\n", 0, NULL},
        {"#include <a.h>\n/* never closed", 1, "#include <a.h>\n"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct prefix_run run;
        prefix_scan(&f->arena, cases[i].text, strlen(cases[i].text), &run);
        if (run.v.n != cases[i].items)
            fail_msg("%s: %u items", cases[i].text, run.v.n);
        if (run.v.n > 0)
            assert_string_equal(vec_last(&run.v).text, cases[i].last);
    }
}

/* ---- the same units ---- */
enum { N_FILES = 12 };

static const char *const header_text =
    "#ifndef BIG_H\n#define BIG_H\n"
    "#include <stdio.h>\n"
    "#define TWICE(x) ((x) + (x))\n"
    "struct pair { int a, b; const char *name; };\n"
    "extern int shared;\n"
    "static inline int sum(struct pair *p) { return TWICE(p->a) + p->b + shared; }\n"
    "static inline int first(struct pair *p) /* NOLINT: a comment of a header */\n"
    "{ static int count; count++; return sum(p); }\n"
    "static const int table[] = {1, 2, 3};\n"
    "typedef int (*handler)(struct pair *);\n"
    "struct ops { handler run; };\n"
    "static struct ops the_ops = {first};\n"
    "/* ";

/* A header that is heavy enough, with definitions, and one that goes on from it. */
static void make_headers(struct fixture *f, const char *more)
{
    struct buf big BUF_CLEANUP = {0};
    buf_adds(&big, header_text);
    for (int i = 0; i < 70 * 1024; i++)
        buf_addc(&big, i % 80 ? 'x' : '\n');
    buf_addf(&big, "*/\n%s#endif\n", more);
    (void)file_in(f, "big.h", buf_str(&big));
    (void)file_in(f, "again.h", buf_str(&big)); /* the same guard: nothing more */
}

static struct job *make_jobs(struct fixture *f, const char *begin, const char *rest)
{
    static const char *no_flags[] = {NULL};
    struct job *jobs = arena_array(&f->arena, struct job, N_FILES);
    for (uint32_t i = 0; i < N_FILES; i++) {
        const char *text = arena_printf(
            &f->arena, "/* NOLINT: one */ %s%s#include <string.h>\n"
                       "int shared%u; /* NOLINT: two */\n%s"
                       "int f%u(struct pair *p) { return first(p) + TWICE(%u) + table[1] +\n"
                       "  the_ops.run(p) + (int)strlen(p->name); }\n",
            begin, i % 2 ? "#include \"again.h\"\n" : "", i, rest, i, i);
        const char *name = arena_printf(&f->arena, "f%02u.c", i);
        jobs[i] = (struct job){.file = file_in(f, name, text), .directory = f->dir,
                               .flags = no_flags};
    }
    return jobs;
}

static const struct parse_result *parse_all(struct fixture *f, const struct job *jobs,
                                            uint32_t workers, bool keeps)
{
    struct err e ERR_CLEANUP = {0};
    struct parse_options opts = {.workers = workers, .root = f->dir};
    if (keeps)
        opts.scratch_dir = path_join(&f->arena, f->dir, "cache");
    struct parse_result *r = arena_array(&f->arena, struct parse_result, N_FILES);
    assert_true(parse_jobs(&f->arena, jobs, N_FILES, &opts, r, &e));
    return r;
}

static void assert_same_units(struct fixture *f, const struct job *jobs)
{
    struct prefix_plan plan;
    prefix_make_plan(&f->arena, jobs, N_FILES, &plan);
    assert_true(plan.v.n > 0); /* else nothing is tested */
    assert_true(plan.of_job[0] > 0 && plan.of_job[1] > 0);
    const struct parse_result *plain = parse_all(f, jobs, 2, false);
    for (uint32_t workers = 1; workers <= 3; workers += 2) {
        const struct parse_result *kept = parse_all(f, jobs, workers, true);
        for (uint32_t i = 0; i < N_FILES; i++) {
            assert_non_null(plain[i].bytes);
            assert_non_null(kept[i].bytes);
            assert_int_equal(plain[i].n, kept[i].n);
            assert_memory_equal(plain[i].bytes, kept[i].bytes, plain[i].n);
        }
    }
}

static void test_same_units(void **state)
{
    struct fixture *f = *state;
    make_headers(f, "");
    assert_same_units(f, make_jobs(f, "#define _GNU_SOURCE\n#include \"big.h\" // why\n", ""));
}

/* A macro of the beginning whose tokens the code meets, a function that an attribute names: cases
 * in which a file is parsed on its own after all. */
static void test_same_units_after_all(void **state)
{
    struct fixture *f = *state;
    make_headers(f, "static inline void clean(int *p) { *p = 0; }\n");
    assert_same_units(f, make_jobs(f, "#define _SIZE 17 + 4\n#include \"big.h\"\n",
                                   "static int buffer[_SIZE];\nstatic int size(void)\n"
                                   "{ int x __attribute__((cleanup(clean))) = _SIZE;\n"
                                   "  return x + buffer[3]; }\n"));
}

/* Definitions that a macro writes have no place of their own. */
static void test_same_units_with_macro_definitions(void **state)
{
    struct fixture *f = *state;
    make_headers(f, "#define MAKE(n) static inline int n(int x) { return x + 1; } \\\n"
                    "  static int n##_calls = 3;\nMAKE(up)\nMAKE(down)\n");
    assert_same_units(f, make_jobs(f, "#include \"big.h\"\n", "static int u(void)\n"
                                                              "{ return up(down_calls); }\n"));
}

static void test_same_units_with_errors(void **state)
{
    struct fixture *f = *state;
    make_headers(f, "");
    assert_same_units(f, make_jobs(f, "#include \"big.h\"\n", "#include \"nowhere.h\"\n"
                                                              "static int bad(void)\n"
                                                              "{ return missing + ; }\n"));
    make_headers(f, "#include \"nowhere.h\"\nint broken(void) { return 1 +; }\n");
    assert_same_units(f, make_jobs(f, "#include \"big.h\"\n", ""));
}

/* ---- what is not worth it ---- */
static void test_plan_leaves_out(void **state)
{
    static const char *include[] = {"-include", "x.h", NULL};
    struct fixture *f = *state;
    struct prefix_plan plan;
    make_headers(f, "");
    struct job *jobs = make_jobs(f, "#include <stddef.h>\n", "");
    prefix_make_plan(&f->arena, jobs, 2, &plan); /* too few files */
    assert_int_equal(plan.v.n, 0);
    jobs = make_jobs(f, "#include \"big.h\"\n", "");
    for (uint32_t i = 0; i < N_FILES; i++) {
        jobs[i].flags = include;
        jobs[i].n_flags = 2;
    }
    prefix_make_plan(&f->arena, jobs, N_FILES, &plan);
    assert_int_equal(plan.v.n, 0);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_scan),
        CASE(test_same_units),
        CASE(test_same_units_after_all),
        CASE(test_same_units_with_macro_definitions),
        CASE(test_same_units_with_errors),
        CASE(test_plan_leaves_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
