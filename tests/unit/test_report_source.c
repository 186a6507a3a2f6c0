/* Excerpts: the mark stands below the token whatever the line is made of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "report/source.h"

static void check(const char *line, uint32_t col, uint32_t end_col, const char *text,
                  const char *caret)
{
    struct excerpt e;
    assert_true(excerpt_make(line, strlen(line), col, end_col, &e));
    assert_string_equal(buf_str(&e.text), text);
    assert_string_equal(buf_str(&e.caret), caret);
    excerpt_release(&e);
}

static void test_plain(void **state)
{
    (void)state;
    check("    rc = getaddrinfo(host);", 10, 21, "    rc = getaddrinfo(host);",
          "         ^~~~~~~~~~~");
    check("x", 1, 2, "x", "^");
    check("ab cd", 4, 99, "ab cd", "   ^~");
}

static void test_end_unknown(void **state)
{
    (void)state;
    check("a = sleep_1(3);", 5, 0, "a = sleep_1(3);", "    ^~~~~~~");
    check("a = (b);", 5, 0, "a = (b);", "    ^");
}

static void test_tabs_are_kept(void **state)
{
    (void)state;
    check("\t\tsleep(1);", 3, 8, "\t\tsleep(1);", "\t\t^~~~~");
}

static void test_utf8(void **state)
{
    (void)state;
    check("\"\xc3\xa9\xc3\xa8\" f();", 8, 9, "\"\xc3\xa9\xc3\xa8\" f();", "     ^");
    check("\"\xe6\xbc\xa2\" f();", 7, 8, "\"\xe6\xbc\xa2\" f();", "     ^");
    check("\"e\xcc\x81\" f();", 7, 8, "\"e\xcc\x81\" f();", "    ^");
}

static void test_unsafe_bytes(void **state)
{
    (void)state;
    check("\x1b[31m\xff\xfe f();", 9, 10, "?[31m?? f();", "        ^");
    check("\xe2\x80\xae f();", 5, 6, "? f();", "  ^");
    check("\xc3", 1, 2, "?", "^");
    check("\xc0\xaf f", 4, 5, "?? f", "   ^");
}

static void test_long_line(void **state)
{
    (void)state;
    char line[100001];
    memset(line, 'x', sizeof line - 1);
    line[sizeof line - 1] = '\0';
    memcpy(line + 50000, " sleep(", 7);
    struct excerpt e;
    assert_true(excerpt_make(line, sizeof line - 1, 50002, 50007, &e));
    assert_true(e.text.n < 300);
    const char *mark = strchr(buf_str(&e.caret), '^');
    assert_non_null(mark);
    assert_int_equal(strncmp(e.text.s + (mark - e.caret.s), "sleep(", 6), 0);
    excerpt_release(&e);
}

static void test_outside(void **state)
{
    (void)state;
    struct excerpt e;
    assert_false(excerpt_make("abc", 3, 0, 0, &e));
    assert_false(excerpt_make("abc", 3, 4, 0, &e));
    assert_false(excerpt_make("", 0, 1, 2, &e));
}

static void test_lines(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    struct err ERR_CLEANUP err = {0};
    assert_true(file_write_atomic("source_lines.txt", "one\r\ntwo\n\nfour", 14, &err));
    struct source_files s;
    source_files_init(&s, &a);
    const char *text;
    size_t n;
    assert_true(source_line(&s, "source_lines.txt", 1, &text, &n));
    assert_int_equal(n, 3);
    assert_true(source_line(&s, "source_lines.txt", 3, &text, &n));
    assert_int_equal(n, 0);
    assert_true(source_line(&s, "source_lines.txt", 4, &text, &n));
    assert_int_equal(strncmp(text, "four", n), 0);
    assert_false(source_line(&s, "source_lines.txt", 5, &text, &n));
    assert_false(source_line(&s, "source_lines.txt", 0, &text, &n));
    assert_false(source_line(&s, "no_such_source.txt", 1, &text, &n));
    assert_int_equal(unlink("source_lines.txt"), 0);
    arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),        cmocka_unit_test(test_end_unknown),
        cmocka_unit_test(test_tabs_are_kept), cmocka_unit_test(test_utf8),
        cmocka_unit_test(test_unsafe_bytes), cmocka_unit_test(test_long_line),
        cmocka_unit_test(test_outside),      cmocka_unit_test(test_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
