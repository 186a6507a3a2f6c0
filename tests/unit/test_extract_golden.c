/*
 * Golden tests of extract: each tests/golden/NAME.c is turned into a unit, whose dump must be
 * tests/golden/NAME.unit to the byte. One construct of C for each file.
 *
 * With files as arguments it prints their dumps instead: how a new expectation is made, which is to
 * be read and judged before it is committed.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "support.h"
#include "unit/bytes.h"

enum { MAX_FILE = 1 << 20 };

static const char *golden_dir(struct arena *a)
{
    return path_join(a, TEST_SOURCE_DIR, "golden");
}

static const char *read_text(struct arena *a, const char *path)
{
    struct err err ERR_CLEANUP = {0};
    struct bytes bytes;
    if (!file_read(a, path, MAX_FILE, &bytes, &err)) {
        fprintf(stderr, "%s\n", buf_str(&err.text));
        return NULL;
    }
    return bytes.p;
}

static void dump_text(struct arena *a, const char *path, struct buf *out)
{
    const char *text = read_text(a, path);
    if (text) {
        unit_dump(unit_from_c(a, text, path_base(path)), "/t", out);
    }
}

static unsigned first_difference(const char *a, const char *b)
{
    unsigned line = 1;
    for (; *a && *a == *b; a++, b++) {
        line += *a == '\n';
    }
    return line;
}

static void check_case(void **state)
{
    const char *source = *state;
    struct arena a;
    arena_init(&a);
    struct buf got BUF_CLEANUP = {0};
    dump_text(&a, source, &got);
    const char *expected_name = arena_printf(&a, "%.*s.unit", (int)strlen(source) - 2, source);
    const char *expected = read_text(&a, expected_name);
    assert_non_null(expected);
    if (strcmp(expected, buf_str(&got)) != 0) {
        fprintf(stderr, "%s differs from line %u on; got:\n%s", expected_name,
                first_difference(expected, buf_str(&got)), buf_str(&got));
        fail();
    }
    arena_release(&a);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct CMUnitTest *)a)->name, ((const struct CMUnitTest *)b)->name);
}

static void print_dumps(struct arena *a, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        struct buf out BUF_CLEANUP = {0};
        dump_text(a, argv[i], &out);
        fputs(buf_str(&out), stdout);
    }
}

int main(int argc, char **argv)
{
    struct arena a;
    arena_init(&a);
    if (argc > 1) {
        print_dumps(&a, argc, argv);
        arena_release(&a);
        return 0;
    }
    const char *dir = golden_dir(&a);
    VEC(struct CMUnitTest) tests = {0};
    DIR *d = opendir(dir);
    for (struct dirent *entry; d && (entry = readdir(d));) {
        if (strcmp(path_ext(entry->d_name), "c") == 0) {
            struct CMUnitTest t = {.name = arena_strdup(&a, entry->d_name),
                                   .test_func = check_case};
            t.initial_state = arena_strdup(&a, path_join(&a, dir, entry->d_name));
            vec_push(&a, &tests, t);
        }
    }
    if (!d || tests.n == 0) {
        fprintf(stderr, "no golden cases in %s\n", dir);
        return 1;
    }
    closedir(d);
    qsort(tests.v, tests.n, sizeof *tests.v, by_name);
    int failed = _cmocka_run_group_tests("extract_golden", tests.v, tests.n, NULL, NULL);
    arena_release(&a);
    return failed;
}
