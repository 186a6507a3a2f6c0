/*
 * One measurement from the outside: every task gets a result, what cannot be done says why, and
 * nothing is left behind. The test adopts orphans, so a process that a run forgot is its child.
 */
#include <dirent.h>
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "bench/bench.h"

static uint32_t open_files(void)
{
    uint32_t n = 0;
    DIR *d = opendir("/proc/self/fd");
    assert_non_null(d);
    while (readdir(d))
        n++;
    assert_int_equal(closedir(d), 0);
    return n;
}

static void assert_nothing_left(uint32_t files)
{
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    assert_int_equal(open_files(), files);
}

static struct bench_params params(enum bench_workload w, enum bench_model m, const char *variant)
{
    return (struct bench_params){.workload = w, .model = m, .variant = variant, .tasks = 23,
                                 .concurrency = 5, .io_us = 1000, .cpu_us = 100, .payload = 100,
                                 .shared_permille = 200};
}

static void names_are_found_again(void **state)
{
    (void)state;
    enum bench_model m = MODEL_COUNT;
    enum bench_workload w = WORKLOAD_COUNT;
    for (int i = 0; i < MODEL_COUNT; i++) {
        assert_true(bench_model_find(bench_model_name((enum bench_model)i), &m));
        assert_int_equal(m, i);
    }
    for (int i = 0; i < WORKLOAD_COUNT; i++) {
        assert_true(bench_workload_find(bench_workload_name((enum bench_workload)i), &w));
        assert_int_equal(w, i);
    }
    assert_false(bench_model_find("threads-of-fate", &m));
    assert_false(bench_workload_find("", &w));
}

static void every_implementation_does_all_tasks(void **state)
{
    (void)state;
    uint32_t files = open_files(), tried = 0;
    for (int w = 0; w < WORK_ENDPOINT; w++) {
        for (int m = 0; m < MODEL_COUNT; m++) {
            const char *const *variants;
            uint32_t n = bench_variants((enum bench_workload)w, (enum bench_model)m, &variants);
            for (uint32_t i = 0; i < n; i++, tried++) {
                struct bench_params p =
                    params((enum bench_workload)w, (enum bench_model)m, variants[i]);
                struct bench_sample s = {0};
                struct err e ERR_CLEANUP = {0};
                if (!bench_run_once(&p, &s, &e) || s.done != p.tasks)
                    fail_msg("%s %s \"%s\": %s, %u of %u tasks", bench_workload_name(p.workload),
                             bench_model_name(p.model), p.variant, buf_str(&e.text),
                             (unsigned)s.done, p.tasks);
                assert_int_equal(s.failed, 0);
                assert_true(s.p50_ns > 0 && s.p50_ns <= s.p99_ns && s.p99_ns <= s.max_ns);
                assert_true(s.wall_ns >= s.p50_ns);
                assert_true(s.pss_peak_kb > 0 && s.threads_peak >= 1 && s.processes_peak >= 1);
                assert_nothing_left(files);
            }
        }
    }
    assert_true(tried >= 90);
}

/* Threads and processes that each model has at most, with 5 tasks at once. */
static void models_are_what_they_say(void **state)
{
    (void)state;
    static const struct {
        enum bench_model model;
        uint32_t threads, processes;
    } wanted[] = {
        {MODEL_SEQUENTIAL, 1, 1},   {MODEL_EVENT_LOOP, 1, 1},   {MODEL_THREADS, 6, 1},
        {MODEL_PROCESSES, 6, 6},    {MODEL_THREAD_POOL, 6, 1},  {MODEL_PROCESS_POOL, 6, 6},
        {MODEL_LOOP_EXECUTOR, 6, 1},
    };
    for (uint32_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        struct err e ERR_CLEANUP = {0};
        struct bench_sample s;
        struct bench_params p = params(WORK_LEGACY_IO, wanted[i].model, "");
        p.tasks = 6;
        p.io_us = 400000; /* long enough for the fifth to start before the first has ended */
        assert_true(bench_run_once(&p, &s, &e));
        assert_int_equal(s.threads_peak, wanted[i].threads);
        assert_int_equal(s.processes_peak, wanted[i].processes);
    }
}

static void waits_are_real(void **state)
{
    (void)state;
    struct err e ERR_CLEANUP = {0};
    struct bench_sample s;
    struct bench_params p = params(WORK_IO_WAIT, MODEL_SEQUENTIAL, "");
    p.io_us = 3000;
    assert_true(bench_run_once(&p, &s, &e));
    assert_true(s.p50_ns >= 3000000);
    assert_true(s.wall_ns >= (uint64_t)p.tasks * 3000000);
}

static void what_cannot_run_says_why(void **state)
{
    (void)state;
    uint32_t files = open_files();
    struct bench_sample s;
    struct err e ERR_CLEANUP = {0}, e2 ERR_CLEANUP = {0}, e3 ERR_CLEANUP = {0};
    struct bench_params p = params(WORK_IO_WAIT, MODEL_SEQUENTIAL, "by magic");
    assert_false(bench_run_once(&p, &s, &e));
    assert_non_null(strstr(buf_str(&e.text), "\"by magic\""));
    p.variant = "";
    p.cores = 100000;
    assert_false(bench_run_once(&p, &s, &e2));
    assert_non_null(strstr(buf_str(&e2.text), "100000 processors"));
    p.cores = 0;
    p.tasks = 0;
    assert_false(bench_run_once(&p, &s, &e3));
    assert_non_null(strstr(buf_str(&e3.text), "needs tasks"));
    assert_nothing_left(files);
}

static void on_alarm(int sig)
{
    (void)sig;
    bench_stop();
}

/* Last: a stopped process measures no more. */
static void a_stopped_run_leaves_nothing(void **state)
{
    (void)state;
    uint32_t files = open_files();
    struct bench_sample s;
    struct err e ERR_CLEANUP = {0}, e2 ERR_CLEANUP = {0};
    struct bench_params p = params(WORK_IO_WAIT, MODEL_SEQUENTIAL, "");
    p.io_us = 20000000;
    assert_true(signal(SIGALRM, on_alarm) != SIG_ERR);
    (void)alarm(1);
    assert_false(bench_run_once(&p, &s, &e));
    assert_string_equal(buf_str(&e.text), "stopped");
    assert_nothing_left(files);
    assert_false(bench_run_once(&p, &s, &e2));
    assert_string_equal(buf_str(&e2.text), "stopped");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_again),
        cmocka_unit_test(every_implementation_does_all_tasks),
        cmocka_unit_test(models_are_what_they_say),
        cmocka_unit_test(waits_are_real),
        cmocka_unit_test(what_cannot_run_says_why),
        cmocka_unit_test(a_stopped_run_leaves_nothing),
    };
    if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
