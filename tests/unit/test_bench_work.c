/*
 * The parts of a run, each by itself: computing by the calibrated rate, shared state that counts
 * its updates, the queue of a pool, the server, and what is seen of processes from outside.
 */
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "bench/cpu.h"
#include "bench/proc.h"
#include "bench/queue.h"
#include "bench/server.h"

static void computing_follows_the_rate(void **state)
{
    (void)state;
    assert_true(bench_cpu_rate() > 1); /* a step is far less than a microsecond anywhere */
    bench_set_cpu_rate(100);
    assert_int_equal(cpu_steps(0), 0);
    assert_int_equal(cpu_steps(7), 700);
    bench_set_cpu_rate(0.01);
    assert_int_equal(cpu_steps(7), 1);
    assert_int_equal(cpu_steps(1000), 10);
    assert_true(cpu_compute(1, 10) == cpu_compute(1, 10));
    assert_true(cpu_compute(1, 10) != cpu_compute(1, 11));
    assert_true(cpu_compute(cpu_compute(1, 4), 6) == cpu_compute(1, 10));
    for (uint64_t steps = 1; steps < 10; steps++) /* more than it keeps */
        assert_true(cpu_result(1, steps) == cpu_compute(1, steps));
    assert_true(cpu_result(2, 3) == cpu_compute(2, 3));
    assert_true(cpu_result(1, 3) == cpu_compute(1, 3));
}

/* Every way to share counts every update, and a task that was not done shows. */
static void lost_updates_are_noticed(void **state)
{
    (void)state;
    static const enum bench_model models[] = {MODEL_SEQUENTIAL, MODEL_THREADS, MODEL_THREAD_POOL,
                                              MODEL_PROCESSES};
    bench_set_cpu_rate(100);
    for (uint32_t m = 0; m < sizeof models / sizeof *models; m++) {
        const char *const *variants;
        uint32_t n = bench_variants(WORK_SHARED_STATE, models[m], &variants);
        assert_true(n > 0);
        for (uint32_t i = 0; i < n; i++) {
            struct bench_params p = {.workload = WORK_SHARED_STATE, .model = models[m],
                                     .variant = variants[i], .tasks = 4, .concurrency = 1,
                                     .cpu_us = 10, .shared_permille = 500};
            struct work w;
            struct err e ERR_CLEANUP = {0};
            assert_true(work_init(&w, &p, &e));
            for (uint32_t task = 0; task < 3 && !work_has_owner(&w); task++)
                assert_true(work_do(&w, task, 0));
            assert_int_equal(work_lost(&w), (work_has_owner(&w) ? 4 : 1) * WORK_SLICES);
            if (!work_has_owner(&w)) {
                assert_true(work_do(&w, 3, 0));
                assert_int_equal(work_lost(&w), 0);
            }
            work_release(&w);
        }
    }
}

static void more_than_all_cannot_be_shared(void **state)
{
    (void)state;
    struct bench_params p = {.workload = WORK_SHARED_STATE, .model = MODEL_SEQUENTIAL,
                             .variant = "", .tasks = 1, .concurrency = 1, .shared_permille = 1001};
    struct work w;
    struct err e ERR_CLEANUP = {0};
    assert_false(work_init(&w, &p, &e));
    assert_non_null(strstr(buf_str(&e.text), "1001 of 1000"));
}

enum { TAKERS = 4, TASKS = 5000 };

struct takers {
    struct queue *queue;
    _Atomic uint32_t times[TASKS];
};

static void *take_all(void *arg)
{
    struct takers *t = arg;
    uint32_t task;
    uint64_t put_ns;
    while (queue_take(t->queue, &task, &put_ns)) {
        if (put_ns > 0 && put_ns <= now_ns())
            atomic_fetch_add(&t->times[task], 1);
    }
    return NULL;
}

static void a_queue_gives_each_task_once(void **state)
{
    (void)state;
    static struct takers t;
    pthread_t threads[TAKERS];
    t.queue = queue_new(TAKERS);
    for (int i = 0; i < TAKERS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, take_all, &t), 0);
    for (uint32_t round = 1; round <= 3; round++) {
        for (uint32_t task = 0; task < TASKS; task++)
            queue_put(t.queue, task);
        queue_drain(t.queue);
        for (uint32_t task = 0; task < TASKS; task++)
            assert_int_equal(atomic_load(&t.times[task]), round);
    }
    queue_close(t.queue);
    for (int i = 0; i < TAKERS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    queue_free(t.queue);
}

static void the_server_answers_in_time_and_order(void **state)
{
    (void)state;
    struct bench_params p = {.workload = WORK_IO_WAIT};
    struct work w = {.p = &p, .bytes = 70000}; /* more than one read */
    struct err e ERR_CLEANUP = {0};
    static char much[200000];
    pid_t server = 0;
    assert_true(server_start(&w, 20000, 3000, &server, &e));
    assert_int_equal(w.n_ports, 3);
    int fd = work_connect(w.ports[2]);
    assert_true(fd >= 0);
    for (int i = 0; i < 3; i++) {
        uint64_t start = now_ns();
        assert_true(work_exchange(fd, w.bytes));
        assert_true(now_ns() - start >= 20000000);
    }
    /* One who says more than a request is hung up on, and the others are not. */
    int rude = work_connect(w.ports[0]);
    assert_true(rude >= 0);
    (void)send(rude, much, sizeof much, MSG_NOSIGNAL);
    char byte;
    ssize_t n;
    while ((n = recv(rude, &byte, 1, 0)) > 0)
        continue;
    assert_true(n <= 0);
    assert_true(work_exchange(fd, w.bytes));
    assert_int_equal(close(rude) | close(fd), 0);
    proc_end(server);
    assert_int_equal(work_connect(w.ports[0]), -1);
}

/* Twelve children, of which some are looked at and stand for all. */
static void processes_are_seen_from_outside(void **state)
{
    (void)state;
    enum { CHILDREN = 12 };
    struct proc_seen before = proc_look(getpid());
    pid_t pids[CHILDREN];
    for (int i = 0; i < CHILDREN; i++) {
        pids[i] = proc_fork();
        assert_true(pids[i] >= 0);
        if (pids[i] == 0) {
            (void)pause();
            _exit(0);
        }
    }
    struct proc_seen during = proc_look(getpid());
    for (int i = 0; i < CHILDREN; i++)
        proc_end(pids[i]);
    struct proc_seen after = proc_look(getpid());
    assert_int_equal(before.processes, 1);
    assert_int_equal(during.processes, 1 + CHILDREN);
    assert_true(during.threads >= before.threads + CHILDREN);
    assert_true(during.pss_kb > before.pss_kb);
    assert_int_equal(after.processes, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(computing_follows_the_rate),
        cmocka_unit_test(lost_updates_are_noticed),
        cmocka_unit_test(more_than_all_cannot_be_shared),
        cmocka_unit_test(a_queue_gives_each_task_once),
        cmocka_unit_test(the_server_answers_in_time_and_order),
        cmocka_unit_test(processes_are_seen_from_outside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
