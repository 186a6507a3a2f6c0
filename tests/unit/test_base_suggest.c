/* "did you mean": distances, and when to say nothing. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "base/suggest.h"

static void distances(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        uint32_t d;
    } cases[] = {
        {"", "", 0},        {"dns", "dns", 0},       {"", "abc", 3},
        {"abc", "", 3},     {"dsn", "dns", 1},       {"nfds", "nfd", 1},
        {"ab", "ba", 1},    {"abcd", "badc", 2},     {"ca", "abc", 3},
        {"kitten", "sitting", 3}, {"worst_ms", "worst-ms", 1}, {"x", "y", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(edit_distance(cases[i].a, cases[i].b), cases[i].d);
        assert_int_equal(edit_distance(cases[i].b, cases[i].a), cases[i].d);
    }
}

static void long_words_are_far(void **state)
{
    (void)state;
    char a[200], b[200];
    memset(a, 'a', sizeof a);
    memset(b, 'a', sizeof b);
    a[199] = b[198] = 0;
    assert_int_equal(edit_distance(a, b), UINT32_MAX);
    b[198] = 'a';
    b[199] = 0;
    assert_int_equal(edit_distance(a, b), 0);
    const char *known[] = {a};
    assert_null(suggest_word("aaa", known, 1));
    known[0] = "aaa";
    assert_null(suggest_word(a, known, 1));
}

static void nearest_word(void **state)
{
    (void)state;
    static const char *const known[] = {NULL, "blocks", "lock", "registers", "waits", "fds"};
    assert_string_equal(suggest_word("block", known, 6), "blocks");
    assert_string_equal(suggest_word("regsiters", known, 6), "registers");
    assert_string_equal(suggest_word("loc", known, 6), "lock");
    assert_string_equal(suggest_word("lock", known, 6), "lock");
    assert_null(suggest_word("callback", known, 6));
    assert_null(suggest_word("", known, 6));
    assert_null(suggest_word("x", known, 6));
    assert_null(suggest_word("lock", known, 0));
}

static void nothing_shared_is_not_near(void **state)
{
    (void)state;
    static const char *const known[] = {"a", "zz"};
    assert_null(suggest_word("b", known, 2)); /* one edit, but every letter differs */
    assert_null(suggest_word("yy", known, 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distances),
        cmocka_unit_test(long_words_are_far),
        cmocka_unit_test(nearest_word),
        cmocka_unit_test(nothing_shared_is_not_near),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
