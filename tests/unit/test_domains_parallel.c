/* Which places can run at the same time: creation, join, instances, loops, forks, signals. */
#include "domains_support.h"

/* In each text, note(1) in main is asked against note(9) in the thread's function run(). */
struct row {
    const char *name, *text;
    enum together expected;
};

#define RUN PTHREAD_TEXT "void *run(void *p) { note(9); return p; }\n"

static const struct row rows[] = {
    {"before the creation",
     RUN "int main(void) { pthread_t t; note(1); pthread_create(&t, 0, run, 0); return 0; }",
     TOGETHER_NO},
    {"after the creation",
     RUN "int main(void) { pthread_t t; pthread_create(&t, 0, run, 0); note(1); return 0; }",
     TOGETHER_YES},
    {"after the join",
     RUN "int main(void) { pthread_t t; pthread_create(&t, 0, run, 0); pthread_join(t, 0);"
         "note(1); return 0; }",
     TOGETHER_NO},
    {"before the join",
     RUN "int main(void) { pthread_t t; pthread_create(&t, 0, run, 0); note(1);"
         "pthread_join(t, 0); return 0; }",
     TOGETHER_YES},
    {"between two creations of a loop",
     RUN "int main(void) { pthread_t t[4]; for (int i = 0; i < 4; i++) { note(1);"
         "pthread_create(&t[i], 0, run, 0); } return 0; }",
     TOGETHER_YES},
    {"after a loop that joins",
     RUN "int main(int n, char **v) { pthread_t t[4]; for (int i = 0; i < n; i++)"
         "pthread_create(&t[i], 0, run, v); for (int i = 0; i < n; i++) pthread_join(t[i], 0);"
         "note(1); return 0; }",
     TOGETHER_NO},
    {"between creating and joining in one turn of a loop",
     RUN "int main(int n, char **v) { pthread_t t; for (int i = 0; i < n; i++) {"
         "pthread_create(&t, 0, run, v); note(1); pthread_join(t, 0); } return 0; }",
     TOGETHER_YES},
    {"at the start of a turn that creates and joins",
     RUN "int main(int n, char **v) { pthread_t t; for (int i = 0; i < n; i++) { note(1);"
         "pthread_create(&t, 0, run, v); pthread_join(t, 0); } return 0; }",
     TOGETHER_NO},
    {"after a join under a condition",
     RUN "int started; int main(void) { pthread_t t; if (started) pthread_create(&t, 0, run, 0);"
         "if (started) pthread_join(t, 0); note(1); return 0; }",
     TOGETHER_NO},
    {"after a join whose result is tested",
     RUN "int main(void) { pthread_t t; pthread_create(&t, 0, run, 0);"
         "if (pthread_join(t, 0) != 0) return 1; note(1); return 0; }",
     TOGETHER_NO},
    {"after joining another thread",
     RUN "void *other(void *p) { return p; } int main(void) { pthread_t t, o;"
         "pthread_create(&t, 0, run, 0); pthread_create(&o, 0, other, 0);"
         "pthread_join(o, 0); note(1); return 0; }",
     TOGETHER_YES},
    {"creation in a callee",
     RUN "static pthread_t t; void start(void) { pthread_create(&t, 0, run, 0); }"
         "int main(void) { start(); note(1); return 0; }",
     TOGETHER_YES},
    {"before a callee creates",
     RUN "static pthread_t t; void start(void) { pthread_create(&t, 0, run, 0); }"
         "int main(void) { note(1); start(); return 0; }",
     TOGETHER_NO},
    {"join in a callee, handle in a field",
     RUN "struct w { pthread_t id; }; static struct w w[2];"
         "void stop(void) { for (int i = 0; i < 2; i++) pthread_join(w[i].id, 0); }"
         "int main(void) { for (int i = 0; i < 2; i++) pthread_create(&w[i].id, 0, run, 0);"
         "stop(); note(1); return 0; }",
     TOGETHER_NO},
    {"join by a wrapper under a condition",
     RUN "int started; static void wait_for(pthread_t t) { pthread_join(t, 0); }"
         "int main(void) { pthread_t t; if (started) pthread_create(&t, 0, run, 0);"
         "if (started) wait_for(t); note(1); return 0; }",
     TOGETHER_NO},
    {"creation on the way that returns",
     RUN "int main(int n, char **v) { pthread_t t; if (n) { pthread_create(&t, 0, run, v);"
         "return 0; } note(1); return 0; }",
     TOGETHER_NO},
    {"in a child forked after the creation",
     RUN "int main(void) { pthread_t t; pthread_create(&t, 0, run, 0);"
         "if (fork() == 0) { note(1); _exit(0); } return 0; }",
     TOGETHER_NO},
    {"in the parent after the fork",
     RUN "int main(void) { pthread_t t; pthread_create(&t, 0, run, 0);"
         "if (fork() == 0) { _exit(0); } note(1); return 0; }",
     TOGETHER_YES},
    {"wrapper of pthread_create",
     RUN "pthread_t spawn(void *(*f)(void *)) { pthread_t t; pthread_create(&t, 0, f, 0);"
         "return t; } int main(void) { note(1); spawn(run); return 0; }",
     TOGETHER_NO},
};

static void test_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct domains_fixture x;
        fixture_open(&x, rows[i].text);
        struct moment a = moment_of(&x, "main", "main", 1), b = moment_of(&x, "run", "run", 9);
        enum together there = parallel_at(x.parallel, &a, &b);
        if (there != rows[i].expected || parallel_at(x.parallel, &b, &a) != there)
            fail_msg("%s: %d, expected %d", rows[i].name, (int)there, (int)rows[i].expected);
        fixture_close(&x);
    }
}

static void check_many(const char *name, const char *text, const char *root, bool expected)
{
    struct domains_fixture x;
    fixture_open(&x, text);
    uint32_t s = strand_of(&x, root);
    if (x.parallel->strands[s].many != expected ||
        (parallel_strands(x.parallel, s, s) != TOGETHER_NO) != expected)
        fail_msg("%s: %s", name, expected ? "one instance" : "several instances");
    fixture_close(&x);
}

static void test_instances(void **state)
{
    (void)state;
    check_many("one", RUN "int main(void) { pthread_t t; pthread_create(&t, 0, run, 0);"
                          "return 0; }", "run", false);
    check_many("loop", RUN "int main(int n, char **v) { pthread_t t; while (n--)"
                           "pthread_create(&t, 0, run, v); return 0; }", "run", true);
    check_many("two sites", RUN "int main(void) { pthread_t t, u; pthread_create(&t, 0, run, 0);"
                                "pthread_create(&u, 0, run, 0); return 0; }", "run", true);
    check_many("branches", RUN "int main(int n, char **v) { pthread_t t; if (n)"
                               "pthread_create(&t, 0, run, 0); else"
                               "pthread_create(&t, 0, run, v); return 0; }", "run", false);
    check_many("joined in the turn",
               RUN "int main(int n, char **v) { pthread_t t; while (n--) {"
                   "pthread_create(&t, 0, run, v); pthread_join(t, 0); } return 0; }",
               "run", false);
    check_many("one wrapper, two threads",
               RUN "void *other(void *p) { return p; }"
                   "void spawn(void *(*f)(void *)) { pthread_t t; pthread_create(&t, 0, f, 0); }"
                   "int main(void) { spawn(run); spawn(other); return 0; }", "run", false);
    check_many("created by a thread of many",
               RUN "void *other(void *p) { pthread_t t; pthread_create(&t, 0, run, p); return p; }"
                   "int main(int n, char **v) { pthread_t t; while (n--)"
                   "pthread_create(&t, 0, other, v); return 0; }", "run", true);
    const char *lazy = RUN "static int running; static pthread_t t;"
                           "void start(void) { if (running) return; running = 1;"
                           "pthread_create(&t, 0, run, 0); }"
                           "int main(int n, char **v) { while (n--) start(); return v != 0; }";
    check_many("started once by a flag", lazy, "run", false);
    const char *growing = RUN "static int workers; static pthread_t t;"
                              "void start(void) { if (workers == 0) { workers++;"
                              "pthread_create(&t, 0, run, 0); } }"
                              "int main(int n, char **v) { while (n--) start(); return v != 0; }";
    check_many("a count is no flag", growing, "run", true);
    const char *reaped =
        PTHREAD_TEXT "struct child { pthread_t id; int done; }; struct child *get(int i);"
                     "void *run(void *p) { struct child *c = p; note(9); c->done = 1; return p; }"
                     "static void collect(int n) { for (int i = 0; i < n; i++)"
                     "if (get(i)->done) pthread_join(get(i)->id, 0); }"
                     "int main(int n, char **v) { while (v[n]) { collect(n);"
                     "struct child *c = get(n); pthread_create(&c->id, 0, run, c); } return 0; }";
    check_many("only ended ones are joined", reaped, "run", true);
    check_many("signal handler", PTHREAD_TEXT "void h(int n) { note(n); }"
               "int main(int n, char **v) { while (n--) signal(n, h); return v != 0; }",
               "h", false);
    check_many("main", RUN "int main(void) { pthread_t t; pthread_create(&t, 0, run, 0);"
                           "return 0; }", "main", false);
}

static void check_pair(const char *name, const char *text, const char *a, const char *b,
                       bool expected)
{
    struct domains_fixture x;
    fixture_open(&x, text);
    uint32_t s = strand_of(&x, a), t = strand_of(&x, b);
    if ((parallel_strands(x.parallel, s, t) != TOGETHER_NO) != expected ||
        (parallel_strands(x.parallel, t, s) != TOGETHER_NO) != expected)
        fail_msg("%s: %s and %s %s together", name, a, b, expected ? "do not run" : "run");
    fixture_close(&x);
}

static void test_siblings(void **state)
{
    (void)state;
    const char *both = RUN "void *other(void *p) { note(8); return p; }"
                           "int main(void) { pthread_t t, o; pthread_create(&t, 0, run, 0);"
                           "pthread_create(&o, 0, other, 0); return 0; }";
    check_pair("both", both, "run", "other", true);
    check_pair("one after the other",
               RUN "void *other(void *p) { note(8); return p; }"
                   "int main(void) { pthread_t t, o; pthread_create(&t, 0, run, 0);"
                   "pthread_join(t, 0); pthread_create(&o, 0, other, 0); return 0; }",
               "run", "other", false);
    check_pair("grandchild",
               RUN "void *other(void *p) { pthread_t t; pthread_create(&t, 0, run, 0);"
                   "return p; } int main(void) { pthread_t o;"
                   "pthread_create(&o, 0, other, 0); return 0; }", "run", "main", true);
    check_pair("thread and handler",
               RUN "void h(int n) { note(n); } int main(void) { pthread_t t; signal(2, h);"
                   "pthread_create(&t, 0, run, 0); return 0; }", "run", "h", true);
    check_pair("handler and the thread that set it",
               PTHREAD_TEXT "void h(int n) { note(n); } int main(void) { signal(2, h);"
                            "note(1); return 0; }", "main", "h", true);
}

static const char loops[] =
    PTHREAD_TEXT
    "struct event_base; struct event;"
    "struct event_base *event_base_new(void); int event_base_dispatch(struct event_base *b);"
    "struct event *event_new(struct event_base *b, int fd, short what,"
    "  void (*cb)(int, short, void *), void *arg);"
    "static void on_main(int fd, short what, void *arg) { note(1); }"
    "static void on_other(int fd, short what, void *arg) { note(2); }"
    "static struct event_base *own;"
    "static void *run(void *p) { event_base_dispatch(own); return p; }"
    "int main(void) { pthread_t t; struct event_base *b = event_base_new();"
    "  own = event_base_new(); event_new(b, 1, 2, on_main, 0);"
    "  event_new(own, 1, 2, on_other, 0); note(3); pthread_create(&t, 0, run, 0);"
    "  return event_base_dispatch(b); }";

static void test_crash_handlers(void **state)
{
    (void)state;
    check_pair("crash handler",
               PTHREAD_TEXT "void h(int n) { note(n); } int main(void) { signal(11, h); note(1);"
                            "return 0; }", "main", "h", false);
}

static void test_programs(void **state)
{
    struct domains_fixture x;
    (void)state;
    const char *text = RUN "int main(void) { pthread_t t; pthread_create(&t, 0, run, 0); note(1);"
                           "return 0; }";
    fixture_open(&x, text);
    /* a function beside the only main() is part of its program */
    assert_true(parallel_runs(x.parallel, strand_of(&x, "main"), find_func(x.program, "main")));
    assert_true(parallel_runs(x.parallel, strand_of(&x, "run"), find_func(x.program, "run")));
    assert_false(parallel_runs(x.parallel, strand_of(&x, "main"), find_func(x.program, "run")));
    fixture_close(&x);
}

static void test_ways(void **state)
{
    struct domains_fixture x;
    uint32_t visit = UINT32_MAX;
    (void)state;
    fixture_open(&x, RUN "static pthread_t t; static void log_it(void) { note(7); }"
                         "static void later(void) { log_it(); }"
                         "int main(void) { log_it(); pthread_create(&t, 0, run, 0); later();"
                         "return 0; }");
    struct moment at = moment_of(&x, "main", "log_it", 7);
    struct parallel_ways *w = parallel_ways_find(&x.arena, x.parallel, at.strand,
                                                 strand_of(&x, "run"));
    assert_true(parallel_way_to(w, at.func, at.op, &visit));
    /* not the shorter way at start-up */
    assert_int_equal(w->walk.visits.v[visit].depth, 2);
    struct moment early = moment_of(&x, "run", "run", 9);
    assert_false(parallel_way_to(w, early.func, early.op, &visit));
    fixture_close(&x);
}

static void test_loops(void **state)
{
    (void)state;
    struct domains_fixture x;
    fixture_open(&x, loops);
    const struct parallel *p = x.parallel;
    gfunc_id on_main = find_func(x.program, "on_main"), on_other = find_func(x.program, "on_other");

    assert_true(parallel_runs(p, strand_of(&x, "main"), on_main));
    assert_false(parallel_runs(p, strand_of(&x, "main"), on_other));
    assert_true(parallel_runs(p, strand_of(&x, "run"), on_other));
    assert_false(parallel_runs(p, strand_of(&x, "run"), on_main));
    assert_true(parallel_funcs(p, on_main, on_other));
    assert_false(parallel_funcs(p, on_main, on_main));
    struct moment cb = moment_of(&x, "run", "on_other", 2);
    struct moment early = moment_of(&x, "main", "main", 3);
    struct moment late = moment_of(&x, "main", "on_main", 1);
    assert_int_equal(parallel_at(p, &cb, &early), TOGETHER_NO);
    assert_int_equal(parallel_at(p, &late, &cb), TOGETHER_YES);
    fixture_close(&x);
}

static void test_once(void **state)
{
    (void)state;
    struct domains_fixture x;
    fixture_open(&x, RUN "static pthread_once_t once; static void init(void) { note(5); }"
                         "static void both(void) { note(6); }"
                         "int main(void) { pthread_once(&once, init); pthread_once(&once, both);"
                         "both(); return 0; }");
    assert_true(parallel_in_once(x.parallel, find_func(x.program, "init")));
    assert_false(parallel_in_once(x.parallel, find_func(x.program, "both")));
    assert_false(parallel_in_once(x.parallel, find_func(x.program, "run")));
    fixture_close(&x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),    cmocka_unit_test(test_instances),
        cmocka_unit_test(test_siblings), cmocka_unit_test(test_loops),
        cmocka_unit_test(test_once),     cmocka_unit_test(test_crash_handlers),
        cmocka_unit_test(test_programs), cmocka_unit_test(test_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
