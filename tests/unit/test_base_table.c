/* Arenas, buffers, vectors, interned strings, maps, and how the program gives up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/base.h"

static void test_arena_is_zeroed_aligned_and_apart(void **state)
{
    struct arena a;
    static const size_t sizes[] = {0, 1, 15, 16, 17, 5000, 20000, 3000000, 1, 8};
    char *p[10];

    (void)state;
    arena_init(&a);
    for (unsigned i = 0; i < 10; i++) {
        p[i] = arena_alloc(&a, sizes[i]);
        assert_int_equal((uintptr_t)p[i] % 16, 0);
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(p[i][k], 0);
        memset(p[i], (int)i + 1, sizes[i]);
    }
    for (unsigned i = 0; i < 10; i++) {
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(p[i][k], i + 1);
    }
    assert_int_equal(a.bytes, 0 + 1 + 15 + 16 + 17 + 5000 + 20000 + 3000000 + 1 + 8);
    arena_release(&a);
    assert_null(a.chunks);
    assert_int_equal(a.bytes, 0);
}

static void test_arena_grow_keeps_bytes_and_zeroes_the_tail(void **state)
{
    struct arena a;
    char *p = NULL;
    size_t n = 0;

    (void)state;
    arena_init(&a);
    for (size_t want = 1; want < 100000; want = want * 3 / 2 + 1) {
        p = arena_grow(&a, p, n, want);
        for (size_t k = 0; k < want; k++)
            assert_int_equal(p[k], k < n ? 'x' : 0);
        memset(p, 'x', want);
        n = want;
        if (want % 2) /* now and then something lies behind it */
            memset(arena_alloc(&a, 3), 'y', 3);
    }
    arena_release(&a);
}

static void test_arena_strings(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a);
    assert_string_equal(arena_strdup(&a, "abc"), "abc");
    assert_string_equal(arena_strndup(&a, "abcdef", 2), "ab");
    assert_memory_equal(arena_strndup(&a, "a\0b", 3), "a\0b", 4);
    assert_string_equal(arena_printf(&a, "%s-%d-%*s", "x", 42, 300, "y") + 304, "y");
    arena_release(&a);
}

static void test_vec(void **state)
{
    struct arena a;
    VEC(int) v = {0};

    (void)state;
    arena_init(&a);
    for (int i = 0; i < 1000; i++)
        vec_push(&a, &v, i * 7);
    assert_int_equal(v.n, 1000);
    assert_int_equal(vec_last(&v), 999 * 7);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(v.v[i], i * 7);
    vec_reserve(&a, &v, 5000u);
    assert_true(v.cap >= 5000);
    assert_int_equal(v.v[999], 999 * 7);
    arena_release(&a);
}

static void test_buf(void **state)
{
    BUF_CLEANUP struct buf b = {0};

    (void)state;
    assert_string_equal(buf_str(&b), "");
    for (int i = 0; i < 100; i++)
        buf_addf(&b, "%d,", i);
    buf_addc(&b, '!');
    assert_int_equal(b.n, 10 * 2 + 90 * 3 + 1);
    assert_int_equal(strlen(buf_str(&b)), b.n);
    buf_reset(&b);
    assert_string_equal(buf_str(&b), "");
    buf_adds(&b, "ab");
    for (int i = 0; i < 8; i++)
        buf_add(&b, b.s, b.n); /* doubles itself, moving while it grows */
    assert_int_equal(b.n, 512);
    assert_memory_equal(b.s + 510, "ab", 3);
}

static void test_err(void **state)
{
    ERR_CLEANUP struct err e = {0};

    (void)state;
    assert_false(err_set(&e, "line %d", 3));
    assert_false(err_prefix(&e, "%s", "a.json"));
    assert_string_equal(buf_str(&e.text), "a.json: line 3");
    assert_false(err_set(&e, "again: %s", buf_str(&e.text)));
    assert_string_equal(buf_str(&e.text), "again: a.json: line 3");
}

static void test_strtab(void **state)
{
    struct arena a;
    struct strtab t;
    char name[32];

    (void)state;
    arena_init(&a);
    strtab_init(&t, &a);
    assert_int_equal(strtab_add(&t, "", 0), 0);
    for (uint32_t i = 1; i <= 5000; i++) {
        int n = snprintf(name, sizeof name, "name%u", i);

        assert_int_equal(strtab_find(&t, name, (size_t)n), UINT32_MAX);
        assert_int_equal(strtab_add(&t, name, (size_t)n), i);
    }
    for (uint32_t i = 1; i <= 5000; i++) {
        int n = snprintf(name, sizeof name, "name%u", i);

        assert_int_equal(strtab_add(&t, name, (size_t)n), i);
        assert_int_equal(strtab_find(&t, name, (size_t)n), i);
        assert_string_equal(strtab_get(&t, i), name);
    }
    assert_int_equal(strtab_add(&t, "name1x", 5), 1); /* length counts, not the NUL */
    assert_int_equal(strtab_add(&t, "a\0b", 3), 5001);
    assert_int_equal(strtab_find(&t, "a", 1), UINT32_MAX);
    arena_release(&a);
}

static void test_map(void **state)
{
    struct arena a;
    struct map m;
    uint32_t got = 77;

    (void)state;
    arena_init(&a);
    map_init(&m, &a);
    assert_false(map_get(&m, 0, &got));
    assert_int_equal(got, 77);
    for (uint64_t k = 0; k < 5000; k++)
        assert_true(map_put_new(&m, k << 32, (uint32_t)k));
    for (uint64_t k = 0; k < 5000; k++) {
        assert_false(map_put_new(&m, k << 32, 1));
        assert_true(map_get(&m, k << 32, &got));
        assert_int_equal(got, k);
    }
    assert_int_equal(m.n, 5000);
    map_set(&m, 0, 9);
    map_set(&m, UINT64_MAX, UINT32_MAX - 1);
    assert_true(map_get(&m, 0, &got) && got == 9);
    assert_true(map_get(&m, UINT64_MAX, &got) && got == UINT32_MAX - 1);
    assert_int_equal(m.n, 5001);
    assert_false(map_get(&m, 1, &got));
    arena_release(&a);
}

static void test_hashes(void **state)
{
    struct hash128 empty = hash_bytes(NULL, 0);

    (void)state;
    /* XXH3's published values for no input: a changed hash would orphan every cache. */
    assert_true(hash64(NULL, 0) == UINT64_C(0x2d06800538d394c2));
    assert_true(empty.hi == UINT64_C(0x99aa06d3014798d8));
    assert_true(empty.lo == UINT64_C(0x6001c324468d497f));
    assert_true(hash_mix(1, 2) != hash_mix(2, 1));
}

/* Runs `fault` in a child; gives its exit status, and what it said. */
static int in_child(void (*fault)(void), char *said, size_t room)
{
    int fds[2];
    int status;
    ssize_t n;
    pid_t pid;

    assert_int_equal(pipe(fds), 0);
    fflush(NULL);
    pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        dup2(fds[1], STDERR_FILENO);
        fault();
        _exit(0);
    }
    close(fds[1]);
    n = read(fds[0], said, room - 1);
    assert_true(n >= 0);
    said[n] = '\0';
    close(fds[0]);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void fault_assert(void)
{
    volatile int one = 1;

    ASSERT(one == 2);
}

static void fault_size(void)
{
    volatile size_t n = arena_size(SIZE_MAX / 2, 3);

    (void)n;
}

static void test_faults_exit_with_2(void **state)
{
    char said[1024];

    (void)state;
    assert_int_equal(in_child(fault_assert, said, sizeof said), 2);
    assert_non_null(strstr(said, "concadvise: internal error at unit/test_base_table.c:"));
    assert_non_null(strstr(said, "one == 2"));
    assert_int_equal(in_child(fault_size, said, sizeof said), 2);
    assert_string_equal(said, "concadvise: out of memory\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena_is_zeroed_aligned_and_apart),
        cmocka_unit_test(test_arena_grow_keeps_bytes_and_zeroes_the_tail),
        cmocka_unit_test(test_arena_strings),
        cmocka_unit_test(test_vec),
        cmocka_unit_test(test_buf),
        cmocka_unit_test(test_err),
        cmocka_unit_test(test_strtab),
        cmocka_unit_test(test_map),
        cmocka_unit_test(test_hashes),
        cmocka_unit_test(test_faults_exit_with_2),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
