/* The line hash against the published vectors of GitHub's upload action, and our own fingerprint
 * under the edits that it has to survive. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "report/fingerprint.h"

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

static void expect_hashes(const char *text, size_t n, const char *const *want, uint32_t n_want)
{
    struct line_hashes got;
    line_hashes_of(&arena, text, n, &got);
    assert_int_equal(got.v.n, n_want);
    for (uint32_t i = 0; i < n_want; i++) {
        const char *shown = arena_printf(&arena, "%llx:%u", (unsigned long long)got.v.v[i].hash,
                                         got.v.v[i].seen);
        assert_string_equal(shown, want[i]);
    }
}

static void test_empty(void **state)
{
    (void)state;
    const char *want[] = {"c129715d7a2bc9a3:1"};
    expect_hashes("", 0, want, 1);
}

static void test_blanks_are_skipped(void **state)
{
    (void)state;
    static const char text[] = " a\nb\n  \t\tc\n d", crlf[] = " a\r\nb\r\n  \t\tc\r\n d",
                      cr[] = " a\rb\r  \t\tc\r d";
    const char *want[] = {"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1",
                          "a23a3dc5e078b07b:1"};
    expect_hashes(text, sizeof text - 1, want, 4);
    expect_hashes(crlf, sizeof crlf - 1, want, 4);
    expect_hashes(cr, sizeof cr - 1, want, 4);
}

static void test_equal_lines_are_counted(void **state)
{
    (void)state;
    char text[512] = "";
    for (int i = 0; i < 10; i++)
        strcat(text, "Lorem ipsum dolor sit amet.\n");
    const char *want[] = {"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3",
                          "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6",
                          "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1",
                          "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"};
    expect_hashes(text, strlen(text), want, 11);
}

static void test_utf8(void **state)
{
    (void)state;
    static const char *const bad[] = {"\x80", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                                      "\xe2\x82", "\xff"};
    uint32_t code;
    assert_int_equal(utf8_next("A", 1, &code), 1);
    assert_int_equal(code, 'A');
    assert_int_equal(utf8_next("\xe2\x82\xac", 3, &code), 3);
    assert_int_equal(code, 0x20ac);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(utf8_next(bad[i], strlen(bad[i]), &code), 1);
        assert_int_equal(code, UTF8_INVALID);
    }
    assert_int_equal(utf8_utf16_length("a\xe2\x82\xac\xf0\x9f\x98\x80\xff", 9), 5);
    struct buf BUF_CLEANUP out = {0};
    utf8_add_valid(&out, "a\xff\xc3\xa4", 4);
    assert_string_equal(buf_str(&out), "a\xef\xbf\xbd\xc3\xa4");
}

static void test_own_fingerprint(void **state)
{
    (void)state;
    struct finding f[] = {
        {.rule = "CA101", .at = {"/p/a.c", 10, 3, 0, "f"}, .entity = "recv"},
        {.rule = "CA101", .at = {"/p/a.c", 12, 3, 0, "f"}, .entity = "recv"},
        {.rule = "CA101", .at = {"/p/a.c", 12, 3, 0, "g"}, .entity = "recv"},
        {.rule = "CA303", .at = {"/p/a.c", 12, 3, 0, "f"}, .entity = "recv"},
        {.rule = "CA101", .at = {"/p/b.c", 12, 3, 0, "f"}, .entity = "recv"},
        {.rule = "CA101", .at = {"/p/a.c", 12, 3, 0, "f"}, .entity = "send"},
    };
    enum { N = sizeof f / sizeof *f };
    const char **before = finding_fingerprints(&arena, f, N, "/p");
    for (uint32_t i = 0; i < N; i++) {
        for (uint32_t k = 0; k < i; k++)
            assert_string_not_equal(before[i], before[k]);
    }
    for (uint32_t i = 0; i < N; i++) { /* lines move, indentation changes, the project moves */
        f[i].at.line += 100;
        f[i].at.col = 9;
        f[i].at.file = arena_printf(&arena, "/elsewhere%s", f[i].at.file + 2);
    }
    const char **after = finding_fingerprints(&arena, f, N, "/elsewhere");
    for (uint32_t i = 0; i < N; i++)
        assert_string_equal(before[i], after[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_empty, setup, teardown),
        cmocka_unit_test_setup_teardown(test_blanks_are_skipped, setup, teardown),
        cmocka_unit_test_setup_teardown(test_equal_lines_are_counted, setup, teardown),
        cmocka_unit_test_setup_teardown(test_utf8, setup, teardown),
        cmocka_unit_test_setup_teardown(test_own_fingerprint, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
