/*
 * Costs of single operations. Each is measured in batches, in a child of its own, and a batch sets
 * up what it needs outside of the time that it takes; medians keep out the batches that something
 * else on the machine disturbed.
 */
#include "bench/primitives.h"

#include <errno.h>
#include <math.h>
#include <poll.h>
#include <pthread.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/proc.h"

enum { ROUNDS_QUICK = 9, ROUNDS = 41, REQUEST_ROUNDS = 9, MEMORY_ROUNDS = 3 };
enum { MS = 1000000, TIME_MAX_S = 60 };

/* ---- creation ---- */

static void *nothing(void *arg)
{
    return arg;
}

static bool thread_create(double *out)
{
    enum { N = 50 };
    pthread_t thread;
    uint64_t start = now_ns();
    for (int i = 0; i < N; i++) {
        if (pthread_create(&thread, NULL, nothing, NULL) != 0 || pthread_join(thread, NULL) != 0)
            return false;
    }
    *out = (double)(now_ns() - start) / N;
    return true;
}

static bool reap(pid_t pid)
{
    int status = 1;
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            return false;
    }
    return status == 0;
}

static bool process_create(double *out)
{
    enum { N = 10 };
    uint64_t start = now_ns();
    for (int i = 0; i < N; i++) {
        pid_t pid = fork();
        if (pid == 0)
            _exit(0);
        if (pid < 0 || !reap(pid))
            return false;
    }
    *out = (double)(now_ns() - start) / N;
    return true;
}

static bool process_exec(double *out)
{
    enum { N = 5 };
    char name[] = "true";
    char *argv[] = {name, NULL}, *envp[] = {NULL};
    uint64_t start = now_ns();
    for (int i = 0; i < N; i++) {
        pid_t pid;
        if (posix_spawn(&pid, "/bin/true", NULL, NULL, argv, envp) != 0 || !reap(pid))
            return false;
    }
    *out = (double)(now_ns() - start) / N;
    return true;
}

/* ---- calls and locks ---- */

static uint64_t add_one(uint64_t x)
{
    return x + 1;
}

static bool dispatch(double *out)
{
    enum { N = 1000000 };
    uint64_t (*volatile call)(uint64_t) = add_one; /* looked up each time, as from a table */
    uint64_t x = 0, start = now_ns();
    for (int i = 0; i < N; i++)
        x = call(x);
    *out = (double)(now_ns() - start) / N;
    return x == N;
}

struct counter {
    pthread_mutex_t lock;
    uint64_t n, each;
};

static void *count_under_lock(void *arg)
{
    struct counter *c = arg;
    for (uint64_t i = 0; i < c->each; i++) {
        (void)pthread_mutex_lock(&c->lock);
        c->n++;
        (void)pthread_mutex_unlock(&c->lock);
    }
    return NULL;
}

static bool lock_uncontended(double *out)
{
    struct counter c = {.lock = PTHREAD_MUTEX_INITIALIZER, .each = 200000};
    uint64_t start = now_ns();
    (void)count_under_lock(&c);
    *out = (double)(now_ns() - start) / (double)c.each;
    return c.n == c.each;
}

static bool lock_contended(double *out)
{
    enum { THREADS = 4 };
    struct counter c = {.lock = PTHREAD_MUTEX_INITIALIZER, .each = 20000};
    pthread_t threads[THREADS];
    uint64_t start = now_ns();
    for (int i = 0; i < THREADS; i++) {
        if (pthread_create(&threads[i], NULL, count_under_lock, &c) != 0)
            return false;
    }
    for (int i = 0; i < THREADS; i++)
        (void)pthread_join(threads[i], NULL);
    *out = (double)(now_ns() - start) / (double)c.n;
    return c.n == c.each * THREADS;
}

/* ---- all of them ---- */

static const struct primitive {
    const char *name, *unit;
    bool (*batch)(double *out); /* false: errno says why */
    uint32_t rounds;            /* at most; 0: as many as are wanted */
} PRIMITIVES[] = {
    /* First, while this process has no stacks of ended threads: each fork would copy of them. */
    {"base-memory", "bytes", primitive_base_memory, MEMORY_ROUNDS},
    {"loop-memory", "bytes", primitive_loop_memory, MEMORY_ROUNDS},
    {"wait-memory", "bytes", primitive_wait_memory, MEMORY_ROUNDS},
    {"pool-memory", "bytes", primitive_pool_memory, MEMORY_ROUNDS},
    {"thread-memory", "bytes", primitive_thread_memory, MEMORY_ROUNDS},
    {"process-memory", "bytes", primitive_process_memory, MEMORY_ROUNDS},
    {"thread-create", "ns", thread_create, 0},
    {"process-create", "ns", process_create, 0},
    {"process-exec", "ns", process_exec, 0},
    {"queue-handoff", "ns", primitive_handoff, 0},
    {"queue-wakeup", "ns", primitive_wakeup, 0},
    {"loop-wakeup", "ns", primitive_loop_wakeup, 0},
    {"loop-dispatch", "ns", primitive_loop_dispatch, 0},
    {"dispatch", "ns", dispatch, 0},
    {"context-switch", "ns", primitive_switch, 0},
    {"lock-uncontended", "ns", lock_uncontended, 0},
    {"lock-contended", "ns", lock_contended, 0},
    {"socket-connect", "ns", primitive_connect, 0},
    {"socket-roundtrip", "ns", primitive_roundtrip, 0},
    {"thread-start", "ns", primitive_thread_start, 0},
    {"thread-cpu", "ns", primitive_thread_cpu, 0},
    {"process-start", "ns", primitive_process_start, 0},
    {"process-cpu", "ns", primitive_process_cpu, 0},
    {"process-send", "ns", primitive_process_send, 0},
    {"process-handoff", "ns", primitive_process_handoff, 0},
    {"executor-handoff", "ns", primitive_executor, 0},
    {"request-cpu", "ns", primitive_request_cpu, REQUEST_ROUNDS},
    {"request-crowd", "ns", primitive_request_crowd, REQUEST_ROUNDS},
    {"loop-request", "ns", primitive_loop_request, REQUEST_ROUNDS},
    {"request-peer", "ns", primitive_request_peer, REQUEST_ROUNDS},
};
enum { N_PRIMITIVES = sizeof PRIMITIVES / sizeof *PRIMITIVES };

static int by_value(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static double median(double *v, uint32_t n)
{
    qsort(v, n, sizeof *v, by_value);
    return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

static bool measure(const struct primitive *p, uint32_t rounds, struct bench_primitive *out)
{
    double values[ROUNDS];
    if (p->rounds > 0 && p->rounds < rounds)
        rounds = p->rounds;
    ASSERT(rounds <= ROUNDS);
    if (!p->batch(&values[0])) /* the first one warms up */
        return false;
    for (uint32_t i = 0; i < rounds; i++) {
        if (!p->batch(&values[i]))
            return false;
    }
    out->value = median(values, rounds);
    for (uint32_t i = 0; i < rounds; i++)
        values[i] = fabs(values[i] - out->value);
    out->mad = median(values, rounds);
    return true;
}

/* In the child; shared is the parent's too. */
NORETURN static void measure_all(struct bench_primitive *shared, uint32_t rounds)
{
    (void)setpgid(0, 0);
    proc_own_memory();
    for (uint32_t i = 0; i < N_PRIMITIVES; i++) {
        errno = 0;
        if (!measure(&PRIMITIVES[i], rounds, &shared[i]))
            _exit(1 + (int)i);
    }
    _exit(0);
}

static bool wait_for(pid_t child, struct err *err)
{
    uint64_t give_up = now_ns() + (uint64_t)TIME_MAX_S * 1000 * MS;
    while (!proc_has_ended(child)) {
        if (run_stopped())
            return err_set(err, "stopped");
        if (now_ns() > give_up)
            return err_set(err, "bench: the primitives took far too long");
        (void)poll(NULL, 0, 5);
    }
    return true;
}

static bool judge(int status, struct err *err)
{
    uint32_t failed = WIFEXITED(status) ? (uint32_t)WEXITSTATUS(status) : N_PRIMITIVES + 1;
    if (failed > N_PRIMITIVES)
        return err_set(err, "bench: measuring the primitives ended with status %d", status);
    return failed == 0 || err_set(err, "bench: cannot measure %s", PRIMITIVES[failed - 1].name);
}

bool bench_primitives(bool quick, void (*each)(void *data, const struct bench_primitive *p),
                      void *data, struct err *err)
{
    if (run_stopped())
        return err_set(err, "stopped");
    size_t size = N_PRIMITIVES * sizeof(struct bench_primitive);
    struct bench_primitive *shared =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        out_of_memory();
    int adopted = proc_adopt();
    pid_t child = proc_fork();
    if (child == 0)
        measure_all(shared, quick ? ROUNDS_QUICK : ROUNDS);
    bool ok = child > 0;
    if (ok) {
        (void)setpgid(child, child); /* whoever comes first */
        ok = wait_for(child, err);
        int status = proc_end_group(child, NULL);
        ok = ok && judge(status, err);
    } else {
        (void)err_set(err, "bench: fork: %s", strerror(errno));
    }
    proc_adopt_no_more(adopted);
    for (uint32_t i = 0; ok && i < N_PRIMITIVES; i++) {
        shared[i].name = PRIMITIVES[i].name;
        shared[i].unit = PRIMITIVES[i].unit;
        each(data, &shared[i]);
    }
    (void)munmap(shared, size);
    return ok;
}
