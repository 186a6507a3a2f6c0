/*
 * Uses of locks and waits, as text: what functions do with locks, seen from a root. And that lists
 * stay bounded in programs that no hand has written.
 */
#include "flow/access.h"
#include "flow_support.h"
#include "rules/lock_uses.h"

#define HEAD                                                                                       \
    "#include <pthread.h>\n#include <unistd.h>\n#include <stdlib.h>\n"                             \
    "static pthread_mutex_t m, n; static pthread_cond_t cv;\n"                                     \
    "struct item { pthread_mutex_t lock; int refs; struct item *next; };\n"

static void put_held(const struct flow_facts *f, gfunc_id func, lockset_id set, struct buf *out)
{
    struct lockset s = lockset_get(flow_locks(f), set);
    for (uint32_t i = 0; i < s.n; i++) {
        buf_adds(out, i ? "," : "");
        loc_text(flow_locs(f), func, s.v[i].lock, out);
        buf_adds(out, lock_is_held(s.v[i].states) ? "" : "?");
    }
}

/* "+m[n]": m is taken with n held; "-": released; "~": waited with; "!": blocks; "%": computes;
 * "^": signals; "=": needed; "*": unsure; one number for the calls to get there. */
static const char *uses_of(struct arena *a, const struct flow_facts *f, const char *function)
{
    static const char signs[] = "+-~!%^=";
    struct buf BUF_CLEANUP b = {0};
    struct lock_uses *u = lock_uses_find(a, f);
    gfunc_id func = find_func(f->program, function);
    struct lock_use_list list = lock_uses_of(u, func);

    for (uint32_t i = 0; i < list.n; i++) {
        const struct lock_use *use = &list.v[i];
        buf_addf(&b, "%s%c", i ? " " : "", signs[use->kind]);
        if (use->lock.v)
            loc_text(flow_locs(f), func, use->lock, &b);
        buf_addc(&b, '[');
        put_held(f, func, use->held, &b);
        buf_addf(&b, "]%u%s", use->depth, use->weak ? "*" : "");
    }
    return arena_strdup(a, buf_str(&b));
}

static void check(const char *body, const char *function, const char *expected)
{
    struct arena a;
    arena_init(&a);
    const char *text = arena_printf(&a, "%s%s", HEAD, body);
    const char *got = uses_of(&a, facts_of_text(&a, text), function);
    if (strcmp(got, expected))
        fail_msg("in %s: got '%s', expected '%s'\n%s", function, got, expected, body);
    arena_release(&a);
}

static void test_own(void **state)
{
    (void)state;
    check("void f(void) { pthread_mutex_lock(&m); pthread_mutex_lock(&n);\n"
          " pthread_mutex_unlock(&n); pthread_mutex_unlock(&m); }", "f",
          "+m[]0 +n[m]0 -n[m,n]0 -m[m]0");
    check("void f(void) { pthread_mutex_lock(&m); sleep(3); pthread_mutex_unlock(&m); }", "f",
          "+m[]0 -m[m]0 ![m]0");
    check("void f(int x) { pthread_mutex_lock(&m); while (!x) pthread_cond_wait(&cv, &m);\n"
          " pthread_mutex_unlock(&m); }", "f", "+m[]0 -m[m]0 ~m[m]0");
    check("void f(void) { pthread_mutex_lock(&m); pthread_cond_signal(&cv);\n"
          " pthread_mutex_unlock(&m); }", "f", "+m[]0 -m[m]0 ^cv[m]0");
    check("int x; void f(void) { pthread_mutex_lock(&m);"
          " for (int i = 0; i < 100000000; i++) x += i; pthread_mutex_unlock(&m); }", "f",
          "+m[]0 -m[m]0 %[m]0");
    /* who only tries waits for nobody */
    check("void f(void) { if (!pthread_mutex_trylock(&m)) pthread_mutex_unlock(&m); }", "f",
          "-m[m]0");
}

static void test_callees(void **state)
{
    (void)state;
    const char *nested = "static void inner(struct item *i) { pthread_mutex_lock(&i->lock);\n"
                         " i->refs++; pthread_mutex_unlock(&i->lock); }\n"
                         "void f(struct item *it) { pthread_mutex_lock(&m); inner(it->next);\n"
                         " pthread_mutex_unlock(&m); }";
    check(nested, "f", "+m[]0 -m[m]0 +it->next->lock[m]1 -it->next->lock[m,it->next->lock]1");
    /* a wrapper's lock is taken by its caller's call */
    check("static void enter(struct item *i) { pthread_mutex_lock(&i->lock); }\n"
          "static void leave(struct item *i) { pthread_mutex_unlock(&i->lock); }\n"
          "void f(struct item *it) { enter(it); sleep(2); leave(it); }", "f",
          "+it->lock[]0 -it->lock[it->lock]0 ![it->lock]0");
    /* the helper lets the lock go on its way to the wait: what is held there is not sure */
    check("static void nap(int x) { if (x) { pthread_mutex_unlock(&m); sleep(1);\n"
          " pthread_mutex_lock(&m); } }\n"
          "void f(int x) { pthread_mutex_lock(&m); nap(x); pthread_mutex_unlock(&m); }", "f",
          "+m[]0 -m[m]0 -m[m]1 +m[]1 ![]1");
}

static void test_dying_ways(void **state)
{
    (void)state;
    /* what ends the process anyway keeps nobody waiting */
    check("static void die(void) { sleep(9); exit(1); }\n"
          "void f(int x) { pthread_mutex_lock(&m); if (x) die(); pthread_mutex_unlock(&m); }", "f",
          "+m[]0 -m[m]0");
}

static void test_classes(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a);
    const struct flow_facts *f = facts_of_text(
        &a, HEAD "static struct item one, two; static pthread_mutex_t rows[8];\n"
                 "void f(struct item *it, int k) { pthread_mutex_lock(&m);\n"
                 " pthread_mutex_lock(&n); pthread_mutex_lock(&it->lock);\n"
                 " pthread_mutex_lock(&one.lock);"
                 " pthread_mutex_lock(&rows[k]); pthread_mutex_lock(&two.lock); }");
    struct lock_uses *u = lock_uses_find(&a, f);
    struct lock_use_list list = lock_uses_of(u, find_func(f->program, "f"));
    uint32_t class[6];

    assert_int_equal(list.n, 6);
    for (uint32_t i = 0; i < 6; i++)
        class[i] = lock_class(u, list.v[i].lock);
    assert_int_not_equal(class[0], class[1]);
    assert_true(lock_class_is_one(u, class[0]));
    assert_int_equal(class[2], class[3]); /* another record's field is locked: one class */
    assert_int_equal(class[2], class[5]);
    assert_false(lock_class_is_one(u, class[2]));
    assert_false(lock_class_is_one(u, class[4])); /* one of eight */
    assert_int_equal(lock_class(u, (loc_id){0}), 0);
    arena_release(&a);
}

/* ---- growth ---- */
static const char *generated(struct arena *a, uint32_t n, bool ring)
{
    struct buf BUF_CLEANUP b = {0};
    uint32_t seed = 1;

    buf_adds(&b, HEAD);
    for (uint32_t i = 0; i < n; i++)
        buf_addf(&b, "static int f%u(struct item *it, int k); static pthread_mutex_t l%u;\n"
                     "static int g%u;\n", i, i, i);
    for (uint32_t i = 0; i < n; i++) {
        buf_addf(&b, "static int f%u(struct item *it, int k) {\n pthread_mutex_lock(&l%u); "
                     "g%u += k; it->refs++; pthread_mutex_unlock(&l%u);\n", i, i, i, i);
        for (uint32_t c = 0; c < 4 && (ring || i + 1 < n); c++) {
            seed = seed * 1103515245u + 12345u;
            uint32_t to = ring ? (seed >> 8) % n : i + 1 + (seed >> 8) % (n - i - 1);
            buf_addf(&b, " if (k > %u) f%u(it->next, k - 1);\n", c, to);
        }
        buf_adds(&b, " return k;\n}\n");
    }
    buf_adds(&b, "int start(struct item *it) { return f0(it, 9); }\n");
    return arena_strdup(a, buf_str(&b));
}

static size_t cost(uint32_t n, bool ring)
{
    struct arena a;
    arena_init(&a);
    const struct flow_facts *f = facts_of_text(&a, generated(&a, n, ring));
    struct lock_uses *u = lock_uses_find(&a, f);
    struct accesses *x = flow_accesses(f);

    for (uint32_t i = 1; i < f->program->n_funcs; i++) {
        assert_true(lock_uses_of(u, (gfunc_id){i}).n <= LOCK_USES_MAX);
        assert_true(accesses_of(x, (gfunc_id){i}).n <= 9 * ACCESS_MAX);
    }
    size_t bytes = a.bytes;
    arena_release(&a);
    return bytes;
}

/* Twice the functions take at most about twice the memory, however they call each other. */
static void test_growth(void **state)
{
    (void)state;
    for (uint32_t ring = 0; ring < 2; ring++) {
        size_t small = cost(500, ring), large = cost(1000, ring);
        if (large > small * 5 / 2)
            fail_msg("500 functions: %zu kB, 1000 functions: %zu kB", small / 1024, large / 1024);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_own),        cmocka_unit_test(test_callees),
        cmocka_unit_test(test_dying_ways), cmocka_unit_test(test_classes),
        cmocka_unit_test(test_growth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
