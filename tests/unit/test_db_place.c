/* Jobs of a copy are those of the original; strings of units go from one place to another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "db/place.h"
#include "unit/builder.h"
#include "unit/bytes.h"

static bool same_text(const char **flags_a, const struct cache_place *a, const char **flags_b,
                      const struct cache_place *b, const char *name)
{
    struct buf BUF_CLEANUP text_a = {0}, text_b = {0};
    const struct cache_place *places[] = {a, b};
    const char **flags[] = {flags_a, flags_b};
    struct buf *texts[] = {&text_a, &text_b};
    for (int i = 0; i < 2; i++) {
        struct arena arena;
        arena_init(&arena);
        struct job job = {.file = arena_printf(&arena, "%s/src/%s", places[i]->root, name),
                          .directory = places[0]->root, .flags = flags[i]};
        while (flags[i][job.n_flags])
            job.n_flags++;
        place_job_text(&job, places[i], texts[i]);
        arena_release(&arena);
    }
    return text_a.n == text_b.n && !memcmp(text_a.s, text_b.s, text_a.n);
}

static void test_a_copy_has_the_same_jobs(void **state)
{
    (void)state;
    struct cache_place home = {"/h/p", NULL}, copy = {"/h/p/.git/tree", "/h/p"};
    struct cache_place away = {"/var/p", "/h/p"};
    const char *flags[] = {"-I/h/p/inc", "-isystem", "/h/p/sys", "-I/usr/inc", "-DX=1", NULL};
    const char *copied[] = {"-I/h/p/.git/tree/inc", "-I/h/p/inc", "-isystem",
                            "/h/p/.git/tree/sys", "-isystem", "/h/p/sys", "-I/usr/inc",
                            "-DX=1", NULL};
    const char *moved[] = {"-I/var/p/inc", "-I/h/p/inc", "-isystem", "/var/p/sys", "-isystem",
                           "/h/p/sys", "-I/usr/inc", "-DX=1", NULL};
    assert_true(same_text(flags, &home, copied, &copy, "a.c"));
    assert_true(same_text(flags, &home, moved, &away, "a.c"));
}

static void test_other_jobs_differ(void **state)
{
    (void)state;
    struct cache_place home = {"/h/p", NULL};
    const char *flags[] = {"-I/h/p/inc", "-DX=1", NULL};
    const char *other_value[] = {"-I/h/p/inc", "-DX=2", NULL};
    const char *other_place[] = {"-I/h/pp/inc", "-DX=1", NULL};
    const char *inside[] = {"-I/srv/h/p/inc", "-DX=1", NULL};
    const char *order[] = {"-DX=1", "-I/h/p/inc", NULL};
    const char *none[] = {NULL};
    assert_false(same_text(flags, &home, other_value, &home, "a.c"));
    assert_false(same_text(flags, &home, other_place, &home, "a.c"));
    assert_false(same_text(flags, &home, inside, &home, "a.c"));
    assert_false(same_text(flags, &home, order, &home, "a.c"));
    assert_false(same_text(flags, &home, none, &home, "a.c"));
}

static void test_strings_are_moved(void **state)
{
    (void)state;
    static const char *const before[] = {"/a/p/x.c", "-I/a/p", "/a/pp/x.c", "/srv/a/p/x.c",
                                         "name \"/a/p/y.h\" and /a/p", "x", "/a/p"};
    static const char *const after[] = {"/b/x.c", "-I/b", "/a/pp/x.c", "/srv/a/p/x.c",
                                        "name \"/b/y.h\" and /b", "x", "/b"};
    struct arena arena;
    arena_init(&arena);
    struct unit_builder *b = builder_new(&arena);
    struct unit_file file = {.name = builder_str(b, before[0]), .flags = FILE_MAIN};
    struct unit_info info = {.status = UNIT_OK, .main_file = builder_file(b, &file)};
    str_id ids[7];
    for (int i = 0; i < 7; i++)
        ids[i] = builder_str(b, before[i]);
    struct unit u = *builder_finish(b, &info);
    struct cache_place from = {"/a/p", NULL}, to = {"/b", NULL};
    place_move_unit(&arena, &u, &from, &from);
    assert_string_equal(unit_str(&u, ids[0]), before[0]);
    place_move_unit(&arena, &u, &from, &to);
    for (int i = 0; i < 7; i++)
        assert_string_equal(unit_str(&u, ids[i]), after[i]);
    struct buf BUF_CLEANUP bytes = {0};
    unit_encode(&u, &bytes); /* still a sound unit */
    struct unit again;
    struct err ERR_CLEANUP err = {0};
    void *copy = arena_array(&arena, long double, bytes.n / sizeof(long double) + 1);
    memcpy(copy, bytes.s, bytes.n);
    assert_true(unit_decode(copy, bytes.n, &again, &err));
    arena_release(&arena);
}

static void test_what_only_the_original_has_stays_there(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct unit_builder *b = builder_new(&arena);
    struct unit_file file = {.name = builder_str(b, "/proc/self/status"), .flags = FILE_MAIN};
    struct unit_info info = {.status = UNIT_OK, .main_file = builder_file(b, &file)};
    str_id gone = builder_str(b, "/proc/self/nowhere.h"), original = builder_str(b, "/o/x.h");
    struct unit u = *builder_finish(b, &info);
    struct cache_place from = {"/proc/self", "/o"}, to = {"/proc/thread-self", "/h/p"};
    place_move_unit(&arena, &u, &from, &to);
    assert_string_equal(unit_str(&u, u.files[1].name), "/proc/thread-self/status");
    assert_string_equal(unit_str(&u, gone), "/h/p/nowhere.h");
    assert_string_equal(unit_str(&u, original), "/h/p/x.h");
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_copy_has_the_same_jobs),
        cmocka_unit_test(test_other_jobs_differ),
        cmocka_unit_test(test_strings_are_moved),
        cmocka_unit_test(test_what_only_the_original_has_stays_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
