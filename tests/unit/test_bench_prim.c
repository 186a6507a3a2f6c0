/* Costs of single operations: each once, in a stable order, and plausible by what it holds. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "bench/bench.h"

enum { NAMES_MAX = 32 };

struct got {
    const char *names[NAMES_MAX];
    double values[NAMES_MAX];
    uint32_t n;
};

static void keep(void *data, const struct bench_primitive *p)
{
    struct got *g = data;
    assert_true(g->n < NAMES_MAX);
    assert_true(p->value > 0);
    assert_true(p->mad >= 0);
    assert_true(strcmp(p->unit, "ns") == 0 || strcmp(p->unit, "bytes") == 0);
    g->names[g->n] = p->name;
    g->values[g->n++] = p->value;
}

static double value_of(const struct got *g, const char *name)
{
    for (uint32_t i = 0; i < g->n; i++) {
        if (strcmp(g->names[i], name) == 0)
            return g->values[i];
    }
    fail_msg("no primitive %s", name);
    return 0;
}

/* Only orders of magnitude, which hold on any machine under any load. */
static void each_is_measured(void **state)
{
    (void)state;
    struct got g = {0}, again = {0};
    struct err e ERR_CLEANUP = {0};
    assert_true(bench_primitives(true, keep, &g, &e));
    assert_true(bench_primitives(true, keep, &again, &e));
    assert_int_equal(g.n, 30);
    assert_int_equal(again.n, g.n);
    for (uint32_t i = 0; i < g.n; i++)
        assert_string_equal(g.names[i], again.names[i]);
    assert_true(value_of(&g, "thread-create") > value_of(&g, "lock-uncontended"));
    assert_true(value_of(&g, "process-create") > value_of(&g, "dispatch"));
    assert_true(value_of(&g, "socket-roundtrip") > value_of(&g, "dispatch"));
    assert_true(value_of(&g, "thread-memory") >= 4096);
    assert_true(value_of(&g, "process-memory") > value_of(&g, "thread-memory"));
    assert_true(value_of(&g, "thread-memory") > value_of(&g, "wait-memory"));
    assert_true(value_of(&g, "base-memory") > value_of(&g, "process-memory"));
    assert_true(value_of(&g, "thread-cpu") > value_of(&g, "thread-start"));
    assert_true(value_of(&g, "process-cpu") > value_of(&g, "thread-cpu"));
    assert_true(value_of(&g, "process-handoff") > value_of(&g, "process-send"));
    assert_true(value_of(&g, "request-cpu") > value_of(&g, "process-send"));
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

static void stopped_means_stopped(void **state)
{
    (void)state;
    struct got g = {0};
    struct err e ERR_CLEANUP = {0};
    bench_stop();
    assert_false(bench_primitives(true, keep, &g, &e));
    assert_string_equal(buf_str(&e.text), "stopped");
    assert_int_equal(g.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_measured),
        cmocka_unit_test(stopped_means_stopped),
    };
    if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
