/* A copy of a project: its include directories come first, and only where they are there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "discover/moved.h"

#define N(list) (uint32_t)(sizeof(list) / sizeof(list)[0])

static void test_flags(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    char name[] = "/tmp/concadvise-moved-XXXXXX";
    assert_non_null(mkdtemp(name));
    const char *from = path_join(&a, name, "from"), *to = path_join(&a, name, "to");
    const char *inc = path_join(&a, to, "inc"), *header = path_join(&a, to, "a.h");
    struct err ERR_CLEANUP err = {0};
    assert_true(dir_make(&a, inc));
    assert_true(file_write_atomic(header, "\n", 1, &err));

    const char *old_inc = path_join(&a, from, "inc"), *old_gen = path_join(&a, from, "gen");
    const char *old_header = path_join(&a, from, "a.h");
    const char *in[] = {arena_printf(&a, "-I%s", old_inc), arena_printf(&a, "-I%s", old_gen),
                        "-isystem", old_inc, "-iquote", old_gen, "-include", old_header,
                        "-I/usr/include", "-DX=1", "-include"};
    struct words flags = {in, N(in), N(in)};
    struct words got = moved_flags(&a, from, to, &flags);
    const char *want[] = {arena_printf(&a, "-I%s", inc), in[0], in[1], "-isystem", inc, "-isystem",
                          old_inc, "-iquote", old_gen, "-include", header, "-I/usr/include",
                          "-DX=1", "-include"};
    assert_int_equal(got.n, N(want));
    for (uint32_t i = 0; i < got.n; i++)
        assert_string_equal(got.v[i], want[i]);

    assert_string_equal(moved_path(&a, from, to, "relative"), "relative");
    assert_string_equal(moved_path(&a, name, to, header), header); /* is in the copy already */
    assert_int_equal(unlink(header), 0);
    assert_string_equal(moved_path(&a, from, to, old_header), old_header);
    assert_int_equal(rmdir(inc), 0);
    assert_int_equal(rmdir(to), 0);
    assert_int_equal(rmdir(name), 0);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_flags)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
