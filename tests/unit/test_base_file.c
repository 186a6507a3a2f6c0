/* Files and paths, in a directory of their own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static struct arena a;
static char dir[] = "base-file-XXXXXX";

static const char *in_dir(const char *name)
{
    return path_join(&a, dir, name);
}

static int setup(void **state)
{
    (void)state;
    arena_init(&a);
    return mkdtemp(dir) ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    unlink(in_dir("f"));
    unlink(in_dir("pipe"));
    rmdir(dir);
    arena_release(&a);
    return 0;
}

static void test_write_then_read(void **state)
{
    ERR_CLEANUP struct err err = {0};
    struct bytes got;
    struct stat st;

    (void)state;
    assert_true(file_write_atomic(in_dir("f"), "one", 3, &err));
    assert_true(file_write_atomic(in_dir("f"), "two\0three", 9, &err));
    assert_true(file_read(&a, in_dir("f"), 9, &got, &err));
    assert_int_equal(got.n, 9);
    assert_memory_equal(got.p, "two\0three", 10);
    assert_string_equal(buf_str(&err.text), "");
    assert_true(file_exists(in_dir("f")));
    assert_int_equal(stat(in_dir("f"), &st), 0);
    assert_true(st.st_mode & S_IRUSR);

    assert_false(file_read(&a, in_dir("f"), 8, &got, &err));
    assert_non_null(strstr(buf_str(&err.text), "larger than 8 bytes"));
}

static void test_empty_file(void **state)
{
    ERR_CLEANUP struct err err = {0};
    struct bytes got;

    (void)state;
    assert_true(file_write_atomic(in_dir("f"), "", 0, &err));
    assert_true(file_read(&a, in_dir("f"), 0, &got, &err));
    assert_int_equal(got.n, 0);
    assert_string_equal(got.p, "");
}

static void test_size_unknown_beforehand(void **state)
{
    ERR_CLEANUP struct err err = {0};
    struct bytes got;

    (void)state;
    assert_true(file_read(&a, "/proc/self/status", 1 << 20, &got, &err));
    assert_true(got.n > 100);
    assert_int_equal(strlen(got.p), got.n);
    assert_false(file_read(&a, "/proc/self/status", 10, &got, &err));
    assert_non_null(strstr(buf_str(&err.text), "File too large"));
}

static void test_what_is_no_file(void **state)
{
    ERR_CLEANUP struct err err = {0};
    struct bytes got;

    (void)state;
    assert_false(file_read(&a, dir, 100, &got, &err));
    assert_non_null(strstr(buf_str(&err.text), "it is a directory"));
    assert_false(file_read(&a, "/dev/zero", 100, &got, &err));
    assert_non_null(strstr(buf_str(&err.text), "not a regular file"));
    assert_int_equal(mkfifo(in_dir("pipe"), 0600), 0);
    assert_false(file_read(&a, in_dir("pipe"), 100, &got, &err));
    assert_false(file_read(&a, in_dir("gone"), 100, &got, &err));
    assert_non_null(strstr(buf_str(&err.text), "No such file"));
    assert_false(file_write_atomic(in_dir("gone/f"), "x", 1, &err));
    assert_non_null(strstr(buf_str(&err.text), "cannot write"));
    assert_false(file_write_atomic(dir, "x", 1, &err)); /* and no temporary file stays behind */
    assert_true(dir_exists(dir) && !file_exists(dir) && !dir_exists(in_dir("gone")));
}

static void test_path_normal(void **state)
{
    static const char *const cases[][3] = {
        {"/a", "b", "/a/b"},         {"/a", "/b", "/b"},      {"/a/", "./b/.", "/a/b"},
        {"/a", "../../..", "/"},     {"/a", "", "/a"},        {"/a/b", "../c", "/a/c"},
        {"/", "x//y///z", "/x/y/z"}, {"/", "...", "/..."},    {"/a", "b/..", "/a"},
        {"/", "..x/.y", "/..x/.y"},  {"/", "//", "/"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(path_normal(&a, cases[i][0], cases[i][1]), cases[i][2]);
}

static void test_path_parts(void **state)
{
    (void)state;
    assert_string_equal(path_dir(&a, "/x"), "/");
    assert_string_equal(path_dir(&a, "x"), ".");
    assert_string_equal(path_dir(&a, "a//b"), "a");
    assert_string_equal(path_base("a/b.c"), "b.c");
    assert_string_equal(path_base("b"), "b");
    assert_string_equal(path_ext("a.d/b"), "");
    assert_string_equal(path_ext("a/b.tar.gz"), "gz");
    assert_string_equal(path_ext(".c"), "");
    assert_string_equal(path_join(&a, "a/", "b"), "a/b");
    assert_string_equal(path_join(&a, "", "b"), "b");
    assert_string_equal(path_join(&a, "a", "/b"), "/b");
}

static void test_path_relative(void **state)
{
    (void)state;
    assert_string_equal(path_relative(&a, "/a/b", "/a/b/c/d"), "c/d");
    assert_string_equal(path_relative(&a, "/a/b", "/a/bc"), "/a/bc");
    assert_string_equal(path_relative(&a, "/a/b", "/a/b"), ".");
    assert_string_equal(path_relative(&a, "/", "/a"), "a");
    assert_true(path_inside("/", "/a"));
    assert_true(path_inside("/a", "/a"));
    assert_false(path_inside("/a", "/"));
}

static void test_path_real(void **state)
{
    (void)state;
    assert_string_equal(path_real(&a, "/no/such/./thing"), "/no/such/./thing");
    assert_string_equal(path_real(&a, "."), path_real(&a, cwd_get(&a)));
    assert_int_equal(cwd_get(&a)[0], '/');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_write_then_read),
        cmocka_unit_test(test_empty_file),
        cmocka_unit_test(test_size_unknown_beforehand),
        cmocka_unit_test(test_what_is_no_file),
        cmocka_unit_test(test_path_normal),
        cmocka_unit_test(test_path_parts),
        cmocka_unit_test(test_path_relative),
        cmocka_unit_test(test_path_real),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
