/*
 * Lock states: what is held at calls of probe(), as text. "m" surely, "m?" on some ways, "m/r" as
 * reader, "m-" released for the caller, "m+" held again; sorted by first use.
 */
#include "flow/lockstate.h"
#include "flow_support.h"

#define HEAD                                                                                       \
    "#include <pthread.h>\n#include <semaphore.h>\n#include <stddef.h>\n"                          \
    "#include <stdatomic.h>\nvoid probe(void);\n"                                                  \
    "static pthread_mutex_t m, n; static pthread_rwlock_t rw; static pthread_spinlock_t sp;\n"     \
    "static pthread_cond_t cv; static sem_t sem;\n"                                                \
    "struct item { pthread_mutex_t lock; int refs; struct item *next; };\n"

static void add_lock(const struct flow_facts *f, gfunc_id func, const struct held_lock *h,
                     struct buf *out)
{
    if (!h->lock.v) {
        buf_adds(out, "vague");
        return;
    }
    loc_text(flow_locs(f), func, h->lock, out);
    if (h->states == LOCKED_SHARED)
        buf_adds(out, "/r");
    else if (h->states == LOCKED_FREED)
        buf_addc(out, '-');
    else if (h->states == LOCKED_AGAIN)
        buf_addc(out, '+');
    else if (h->states == LOCKED_DEEP)
        buf_adds(out, "*2");
    else if (!lock_is_held(h->states))
        buf_addc(out, '?');
}

static const char *set_of(struct arena *a, const struct flow_facts *f, gfunc_id func,
                          lockset_id id)
{
    struct buf BUF_CLEANUP b = {0};
    struct lockset s = lockset_get(flow_locks(f), id);

    for (uint32_t i = 0; i < s.n; i++) {
        buf_adds(&b, i ? " " : "");
        add_lock(f, func, &s.v[i], &b);
    }
    return arena_strdup(a, buf_str(&b));
}

static void check(const char *body, const char *function, uint32_t nth, const char *expected)
{
    struct arena a;
    arena_init(&a);
    const char *text = arena_printf(&a, "%s%s", HEAD, body);
    const struct flow_facts *f = facts_of_text(&a, text);
    site_id site = nth_call(f->program, function, "probe", nth);
    gfunc_id func = f->program->sites[site.v].caller;
    const char *got = set_of(&a, f, func,
                             lockset_at(flow_locks(f), func, f->program->sites[site.v].op));
    if (strcmp(got, expected))
        fail_msg("in %s: got '%s', expected '%s'\n%s", function, got, expected, body);
    arena_release(&a);
}

static void check_exit(const char *body, const char *function, const char *expected)
{
    struct arena a;
    arena_init(&a);
    const char *text = arena_printf(&a, "%s%s", HEAD, body);
    const struct flow_facts *f = facts_of_text(&a, text);
    gfunc_id func = find_func(f->program, function);
    const struct lock_summary *m = lock_summary(flow_locks(f), func);
    const char *got = arena_printf(&a, "%s|%s|%s", set_of(&a, f, func, m->any),
                                   set_of(&a, f, func, m->zero),
                                   set_of(&a, f, func, m->nonzero));
    if (strcmp(got, expected))
        fail_msg("%s: got '%s', expected '%s'\n%s", function, got, expected, body);
    arena_release(&a);
}

static void test_straight(void **state)
{
    (void)state;
    const char *text = "void f(void) { probe(); pthread_mutex_lock(&m); probe(); "
                       "pthread_mutex_lock(&n); probe(); pthread_mutex_unlock(&m); probe(); }";
    check(text, "f", 0, "");
    check(text, "f", 1, "m");
    check(text, "f", 2, "m n");
    check(text, "f", 3, "n");
    check("void f(void) { pthread_rwlock_rdlock(&rw); probe(); pthread_rwlock_unlock(&rw);\n"
          " pthread_rwlock_wrlock(&rw); probe(); }", "f", 0, "rw/r");
    check("void f(void) { pthread_rwlock_rdlock(&rw); probe(); pthread_rwlock_unlock(&rw);\n"
          " pthread_rwlock_wrlock(&rw); probe(); }", "f", 1, "rw");
    check("void f(void) { pthread_spin_lock(&sp); probe(); }", "f", 0, "sp");
    check("void f(void) { sem_wait(&sem); probe(); sem_post(&sem); probe(); }", "f", 0, "sem");
    check("void f(void) { sem_wait(&sem); probe(); sem_post(&sem); probe(); }", "f", 1, "");
    check("void f(void) { pthread_mutex_lock(&m); pthread_cond_wait(&cv, &m); probe(); }", "f", 0,
          "m");
}

static void test_ways(void **state)
{
    (void)state;
    check("void f(int x) { if (x) pthread_mutex_lock(&m); probe(); }", "f", 0, "m?");
    const char *same = "void f(int x, int y) { if (x) pthread_mutex_lock(&m); if (y) probe();\n"
                       " if (x) { probe(); pthread_mutex_unlock(&m); } probe(); }";
    check(same, "f", 0, "m?");
    check(same, "f", 1, "m");
    check(same, "f", 2, "");
    check("static int mt; void f(void) { if (mt) pthread_mutex_lock(&m);\n"
          " if (mt) pthread_mutex_unlock(&m); probe(); }", "f", 0, "");
    check("void f(int x) { int locked = 0; if (x > 3) { pthread_mutex_lock(&m); locked = 1; }\n"
          " if (locked) { probe(); pthread_mutex_unlock(&m); } probe(); }", "f", 0, "m");
    check("void f(int x) { int locked = 0; if (x > 3) { pthread_mutex_lock(&m); locked = 1; }\n"
          " if (locked) { probe(); pthread_mutex_unlock(&m); } probe(); }", "f", 1, "");
    check("void f(int x) { pthread_mutex_lock(&m); while (x--) { pthread_mutex_unlock(&m);\n"
          " probe(); pthread_mutex_lock(&m); probe(); } probe(); }", "f", 1, "m");
    check("void f(int x) { pthread_mutex_lock(&m); while (x--) { pthread_mutex_unlock(&m);\n"
          " probe(); pthread_mutex_lock(&m); } probe(); }", "f", 1, "m");
}

static void test_results(void **state)
{
    (void)state;
    check("void f(void) { if (pthread_mutex_trylock(&m) == 0) { probe(); } else { probe(); } }",
          "f", 0, "m");
    check("void f(void) { if (pthread_mutex_trylock(&m) == 0) { probe(); } else { probe(); } }",
          "f", 1, "");
    check("void f(void) { int rc = pthread_mutex_trylock(&m); if (rc != 0) return; probe(); }",
          "f", 0, "m");
    check("void f(void) { int rc; rc = -1; rc = pthread_mutex_trylock(&m); probe();\n"
          " if (!rc) probe(); }", "f", 1, "m");
    check("int f(void) { if (pthread_mutex_lock(&m) != 0) return -1; probe();\n"
          " pthread_mutex_unlock(&m); return 0; }", "f", 0, "m");
    check("static int get(void) { return pthread_mutex_trylock(&m); }\n"
          "void f(void) { if (get()) return; probe(); }", "f", 0, "m");
    check("static int get(void) { if (pthread_mutex_trylock(&m)) return 0; return 1; }\n"
          "void f(void) { if (!get()) return; probe(); }", "f", 0, "m");
    check("static int get(pthread_mutex_t *x) { return pthread_mutex_lock(x); }\n"
          "void f(void) { get(&m); probe(); }", "f", 0, "m");
    check_exit("int f(void) { return pthread_mutex_trylock(&m) == 0 ? 1 : 0; }", "f", "m?||m");
}

static void test_wrappers(void **state)
{
    (void)state;
    const char *item = "static void item_lock(struct item *i) { pthread_mutex_lock(&i->lock); }\n"
                       "static void item_unlock(struct item *i)"
                       "{ pthread_mutex_unlock(&i->lock); }\n"
                       "void f(struct item *a, struct item *b) { item_lock(a); probe();\n"
                       " item_lock(b); item_unlock(a); probe(); item_unlock(b); probe(); }";
    check(item, "f", 0, "a->lock");
    check(item, "f", 1, "b->lock");
    check(item, "f", 2, "");
    check("static void my_lock(void) { }\nvoid f(void) { my_lock(); probe(); }", "f", 0, "");
    check("static void pause(void) { pthread_mutex_unlock(&m); probe(); pthread_mutex_lock(&m); }\n"
          "void f(void) { pthread_mutex_lock(&m); pause(); probe(); }", "pause", 0, "m-");
    check("static void pause(void) { pthread_mutex_unlock(&m); probe(); pthread_mutex_lock(&m); }\n"
          "void f(void) { pthread_mutex_lock(&m); pause(); probe(); }", "f", 0, "m");
    check("static struct item *find(int k) { struct item *i = NULL; for (; k; k--) {\n"
          " i = i->next; pthread_mutex_lock(&i->lock); if (i->refs) return i;\n"
          " pthread_mutex_unlock(&i->lock); } return NULL; }\n"
          "void f(void) { struct item *x = find(3); if (!x) return; probe();\n"
          " pthread_mutex_unlock(&x->lock); probe(); }", "f", 0, "find()->lock");
    check("static struct item *find(int k) { struct item *i = NULL; for (; k; k--) {\n"
          " i = i->next; pthread_mutex_lock(&i->lock); if (i->refs) return i;\n"
          " pthread_mutex_unlock(&i->lock); } return NULL; }\n"
          "void f(void) { struct item *x = find(3); if (!x) return; probe();\n"
          " pthread_mutex_unlock(&x->lock); probe(); }", "f", 1, "");
}

static void test_names(void **state)
{
    (void)state;
    check("static struct item tab[8];\n"
          "void f(int i) { struct item *p = &tab[i]; pthread_mutex_lock(&p->lock); probe(); }", "f",
          0, "tab[].lock");
    check("static struct item *head;\n"
          "void f(void) { for (struct item *p = head; p; p = p->next) {\n"
          " pthread_mutex_lock(&p->lock); probe(); pthread_mutex_unlock(&p->lock); probe(); } }",
          "f", 0, "p->lock");
    check("static struct item *head;\n"
          "void f(void) { for (struct item *p = head; p; p = p->next) {\n"
          " pthread_mutex_lock(&p->lock); probe(); pthread_mutex_unlock(&p->lock); probe(); } }",
          "f", 1, "");
    check("static struct item one; static struct item *get(void) { return &one; }\n"
          "void f(void) { pthread_mutex_lock(&get()->lock); probe(); }", "f", 0, "one.lock");
    check("static pthread_mutex_t *which(struct item *i) { return &i->lock; }\n"
          "void f(struct item *x) { pthread_mutex_lock(which(x)); probe(); }", "f", 0, "x->lock");
}

static void test_spins(void **state)
{
    (void)state;
    const char *flag = "static atomic_flag fl = ATOMIC_FLAG_INIT;\n"
                       "void f(void) { while (atomic_flag_test_and_set(&fl)) ; probe();\n"
                       " atomic_flag_clear(&fl); probe(); }";
    check(flag, "f", 0, "fl._Value");
    check(flag, "f", 1, "");
    const char *cas = "static volatile long w; static int try(volatile long *l) {\n"
                      " return *l == 0 && __sync_bool_compare_and_swap(l, 0, 1); }\n"
                      "void f(void) { if (__sync_val_compare_and_swap(&w, 0, 1) == 0) { probe();\n"
                      " w = 0; probe(); } if (try(&w)) probe(); }";
    check(cas, "f", 0, "w");
    check(cas, "f", 1, "");
}

static void test_recursion(void **state)
{
    (void)state;
    check("static void down(int i)"
          "{ if (i == 0) { pthread_mutex_lock(&m); return; } down(i - 1); }\n"
          "void f(void) { down(3); probe(); }", "f", 0, "m");
    check("static void b(int i); static void a(int i) { if (i) b(i - 1); }\n"
          "static void b(int i) { pthread_mutex_lock(&m); a(i); pthread_mutex_unlock(&m); }\n"
          "void f(void) { a(3); probe(); }", "f", 0, "");
}

/* 1000 functions calling each other, 200 locks, 1000 globals: no blow-up. */
static void test_size(void **state)
{
    (void)state;
    struct arena a;
    struct buf BUF_CLEANUP b = {0};

    arena_init(&a);
    buf_adds(&b, HEAD "static pthread_mutex_t ms[200];\n");
    for (int i = 0; i < 200; i++)
        buf_addf(&b, "static pthread_mutex_t l%d; static int g%d;\n", i, i);
    for (int i = 0; i < 1000; i++)
        buf_addf(&b, "void f%d(int);\n", i);
    for (int i = 0; i < 1000; i++)
        buf_addf(&b, "void f%d(int x) { pthread_mutex_lock(&l%d); g%d++; if (x) f%d(x - 1);\n"
                     " else f%d(x); if (x > 3) pthread_mutex_unlock(&l%d); }\n",
                 i, i % 200, i % 200, (i * 7 + 1) % 1000, (i * 13 + 5) % 1000, i % 200);
    const struct flow_facts *f = facts_of_text(&a, buf_str(&b));
    struct locks *k = flow_locks(f);
    gfunc_id func = find_func(f->program, "f0");
    assert_true(lock_summary(k, func)->touches);
    assert_true(a.bytes < 400u << 20);
    arena_release(&a);
}

#define ATTRS                                                                                      \
    "#define TSA(x) __attribute__((x))\n"                                                          \
    "struct TSA(capability(\"mutex\")) mu { pthread_mutex_t m; }; static struct mu one;\n"         \
    "struct box { struct mu lock; int n; }; static struct box box;\n"                              \
    "void enter(struct mu *l) TSA(acquire_capability(l));\n"                                       \
    "void enter_shared(struct mu *l) TSA(acquire_shared_capability(*l));\n"                        \
    "void leave(struct mu *l) TSA(release_capability(l));\n"                                       \
    "int attempt(struct mu *l) TSA(try_acquire_capability(1, l));\n"                               \
    "int attempt0(struct box *b) TSA(try_acquire_capability(0, b->lock));\n"                       \
    "void check_held(struct mu *l) TSA(assert_capability(l));\n"                                   \
    "void enter_one(void) TSA(exclusive_lock_function(one));\n"

/* Functions without bodies do what their attributes state. */
static void test_stated_calls(void **state)
{
    (void)state;
    check(ATTRS "void f(void) { enter(&one); probe(); leave(&one); probe(); }", "f", 0, "one.m");
    check(ATTRS "void f(void) { enter(&one); probe(); leave(&one); probe(); }", "f", 1, "");
    check(ATTRS "void f(struct box *b) { enter(&b->lock); probe(); }", "f", 0, "b->lock.m");
    check(ATTRS "void f(void) { enter_shared(&one); probe(); }", "f", 0, "one.m/r");
    check(ATTRS "void f(void) { if (attempt(&one)) probe(); else probe(); }", "f", 0, "one.m");
    check(ATTRS "void f(void) { if (attempt(&one)) probe(); else probe(); }", "f", 1, "");
    check(ATTRS "void f(void) { if (attempt0(&box) == 0) probe(); else probe(); }", "f", 0,
          "box.lock.m");
    check(ATTRS "void f(void) { if (attempt0(&box) == 0) probe(); else probe(); }", "f", 1, "");
    check(ATTRS "void f(void) { check_held(&one); probe(); }", "f", 0, "one.m+");
    check(ATTRS "void f(void) { enter_one(); probe(); }", "f", 0, "one.m");
}

/* Bodies start with what they require, and leave it to their callers. */
static void test_stated_bodies(void **state)
{
    (void)state;
    const char *need = ATTRS "static void need(struct box *a) TSA(requires_capability(a->lock));\n"
                             "static void need(struct box *b) { b->n++; probe(); }\n"
                             "void f(void) { need(&box); probe(); }";
    check(need, "need", 0, "b->lock.m+");
    check(need, "f", 0, "");
    check(ATTRS "static void gap(struct box *b) TSA(exclusive_locks_required(b->lock));\n"
                "static void gap(struct box *b) { leave(&b->lock); probe(); enter(&b->lock); }\n"
                "void f(void) { gap(&box); }", "gap", 0, "b->lock.m-");
    check_exit(ATTRS "static void gap(struct box *b) TSA(exclusive_locks_required(b->lock));\n"
                     "static void gap(struct box *b) { leave(&b->lock); enter(&b->lock); }\n",
               "gap", "||");
    check(ATTRS "void read(struct box *b) TSA(requires_shared_capability(b->lock));\n"
                "void read(struct box *b) { probe(); }", "read", 0, "b->lock.m/r");
    check(ATTRS "static void asm_enter(struct mu *l) TSA(acquire_capability(l));\n"
                "static void asm_enter(struct mu *l) { __asm__ volatile(\"\" : : \"r\"(l)); }\n"
                "void f(void) { asm_enter(&one); probe(); }", "f", 0, "one.m");
    check(ATTRS "void two(void) TSA(requires_capability(one, !box.lock));\n"
                "void two(void) { probe(); }", "two", 0, "one.m+");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_straight), cmocka_unit_test(test_ways),
        cmocka_unit_test(test_results),  cmocka_unit_test(test_wrappers),
        cmocka_unit_test(test_names),    cmocka_unit_test(test_spins),
        cmocka_unit_test(test_recursion), cmocka_unit_test(test_size),
        cmocka_unit_test(test_stated_calls), cmocka_unit_test(test_stated_bodies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
