/*
 * What whole tasks cost: in CPU time, which does not depend on who else runs on the machine, and in
 * memory, seen by the same watch as the benchmark's own runs. CPU time is told apart into that of
 * the thread that every task needs (it creates, sends, collects) and that of all.
 */
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <uv.h>

#include "bench/primitives.h"
#include "bench/proc.h"
#include "bench/procpool.h"

static double clock_ns(clockid_t clock)
{
    struct timespec t;
    int rc = clock_gettime(clock, &t);
    ASSERT(rc == 0);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* Of the calling thread; of this process; of this process and its children that have ended. */
enum whose { OWN, PROCESS, ALL };

static double cpu_of(enum whose whose)
{
    struct rusage children;
    if (whose == OWN)
        return clock_ns(CLOCK_THREAD_CPUTIME_ID);
    int rc = getrusage(RUSAGE_CHILDREN, &children);
    ASSERT(rc == 0);
    return clock_ns(CLOCK_PROCESS_CPUTIME_ID) +
           (whose == ALL ? (double)run_usage_ns(&children) : 0);
}

/* ---- creation ---- */

static void *post(void *arg)
{
    (void)sem_post(arg);
    return NULL;
}

static bool make_threads(enum whose whose, double *out)
{
    enum { N = 200, AT_ONCE = 4 };
    sem_t done;
    pthread_attr_t attr;
    pthread_t thread;
    int rc = sem_init(&done, 0, AT_ONCE) | pthread_attr_init(&attr) |
             pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    double start = cpu_of(whose);
    for (int i = 0; i < N && rc == 0; i++) {
        while (sem_wait(&done) != 0)
            ASSERT(errno == EINTR);
        rc = pthread_create(&thread, &attr, post, &done);
    }
    for (int i = 0; i < AT_ONCE && rc == 0; i++) {
        while (sem_wait(&done) != 0)
            ASSERT(errno == EINTR);
    }
    *out = (cpu_of(whose) - start) / N;
    (void)pthread_attr_destroy(&attr);
    errno = rc;
    return rc == 0;
}

bool primitive_thread_start(double *out)
{
    return make_threads(OWN, out);
}

bool primitive_thread_cpu(double *out)
{
    return make_threads(PROCESS, out);
}

static bool make_processes(enum whose whose, double *out)
{
    enum { N = 40, AT_ONCE = 2 };
    double start = cpu_of(whose);
    int status;
    for (int i = 0; i < N; i++) {
        pid_t pid = proc_fork();
        if (pid == 0)
            _exit(0);
        if (pid < 0 || (i >= AT_ONCE && waitpid(-1, &status, 0) < 0))
            return false;
    }
    while (waitpid(-1, &status, 0) > 0)
        continue;
    *out = (cpu_of(whose) - start) / N;
    return true;
}

bool primitive_process_start(double *out)
{
    return make_processes(OWN, out);
}

bool primitive_process_cpu(double *out)
{
    return make_processes(ALL, out);
}

/* ---- requests ---- */

/* The benchmark's own waits, many at once. */
static bool request_cpu(enum bench_model m, uint32_t at_once, bool of_server, double *out)
{
    struct bench_params p = {.workload = WORK_IO_WAIT, .model = m, .variant = "",
                             .tasks = 800, .concurrency = at_once, .io_us = 2000};
    struct bench_sample sample;
    struct err ERR_CLEANUP err = {0};
    if (!bench_run_once(&p, &sample, &err))
        return false;
    *out = (double)(of_server ? sample.helper_cpu_ns : sample.cpu_ns) / p.tasks;
    return true;
}

bool primitive_request_cpu(double *out)
{
    return request_cpu(MODEL_THREAD_POOL, REQUESTS_FEW, false, out);
}

bool primitive_request_peer(double *out)
{
    return request_cpu(MODEL_THREAD_POOL, REQUESTS_FEW, true, out);
}

bool primitive_loop_request(double *out)
{
    return request_cpu(MODEL_EVENT_LOOP, REQUESTS_FEW, false, out);
}

/* Where so many threads are not allowed, a crowd costs what a few do. */
bool primitive_request_crowd(double *out)
{
    return request_cpu(MODEL_THREAD_POOL, REQUESTS_MANY, false, out) ||
           request_cpu(MODEL_THREAD_POOL, REQUESTS_FEW, false, out);
}

/* ---- hand-overs ---- */

static void give_back_all(int fd)
{
    char message[64];
    ssize_t n;
    while ((n = read(fd, message, sizeof message)) > 0 && write(fd, message, (size_t)n) == n)
        continue;
}

static bool hand_to_process(bool own, double *out)
{
    enum { N = 1000, WINDOW = 16 };
    int ends[2], sent = 0, got = 0;
    char message[24] = {0};
    clockid_t clock;
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    pid_t pid = proc_fork();
    if (pid == 0) {
        (void)close(ends[0]);
        give_back_all(ends[1]);
        _exit(0);
    }
    (void)close(ends[1]);
    bool ok = pid > 0 && clock_getcpuclockid(pid, &clock) == 0;
    double start = ok ? cpu_of(OWN) + (own ? 0 : clock_ns(clock)) : 0;
    while (ok && got < N) {
        for (; sent < N && sent - got < WINDOW && ok; sent++)
            ok = write(ends[0], message, sizeof message) == (ssize_t)sizeof message;
        ok = ok && read(ends[0], message, sizeof message) == (ssize_t)sizeof message;
        got++;
    }
    *out = ok ? (cpu_of(OWN) + (own ? 0 : clock_ns(clock)) - start) / N : 0;
    (void)close(ends[0]);
    if (pid > 0)
        (void)waitpid(pid, NULL, 0);
    return ok;
}

bool primitive_process_handoff(double *out)
{
    return hand_to_process(false, out);
}

bool primitive_process_send(double *out)
{
    return hand_to_process(true, out);
}

struct jobs {
    uv_loop_t loop;
    uv_work_t work[2];
    int left;
};

static void do_nothing(uv_work_t *work)
{
    (void)work;
}

static void next_job(uv_work_t *work, int status)
{
    struct jobs *j = work->data;
    if (status == 0 && j->left-- > 0)
        (void)uv_queue_work(&j->loop, work, do_nothing, next_job);
}

/* Two under way, so that neither the loop nor a worker has always something to do: what a job costs
 * that is not worth it. */
bool primitive_executor(double *out)
{
    enum { N = 400 };
    struct jobs j = {.left = N};
    if (uv_loop_init(&j.loop) != 0)
        return false;
    double start = cpu_of(PROCESS);
    for (int i = 0; i < 2; i++) {
        j.work[i].data = &j;
        (void)uv_queue_work(&j.loop, &j.work[i], do_nothing, next_job);
    }
    (void)uv_run(&j.loop, UV_RUN_DEFAULT);
    *out = (cpu_of(PROCESS) - start) / N;
    return uv_loop_close(&j.loop) == 0;
}

/* ---- memory ---- */

/* In bytes; all waits are under way at once when it is looked at. */
static bool memory_of(enum bench_model m, uint32_t at_once, double *out)
{
    struct bench_params p = {.workload = WORK_IO_WAIT, .model = m, .variant = "",
                             .tasks = at_once, .concurrency = at_once, .io_us = 60000};
    struct bench_sample sample;
    struct err ERR_CLEANUP err = {0};
    if (!bench_run_once(&p, &sample, &err))
        return false;
    *out = (double)sample.pss_peak_kb * 1024;
    return true;
}

static bool memory_between(enum bench_model x, uint32_t nx, enum bench_model y, uint32_t ny,
                           double *out)
{
    double before, after;
    if (!memory_of(x, nx, &before) || !memory_of(y, ny, &after))
        return false;
    *out = after > before ? (after - before) / (ny > nx ? ny - nx : 1) : 0;
    return true;
}

bool primitive_base_memory(double *out)
{
    return memory_of(MODEL_SEQUENTIAL, 1, out);
}

bool primitive_loop_memory(double *out)
{
    return memory_between(MODEL_SEQUENTIAL, 1, MODEL_EVENT_LOOP, 1, out);
}

bool primitive_wait_memory(double *out)
{
    return memory_between(MODEL_EVENT_LOOP, 1, MODEL_EVENT_LOOP, 500, out);
}

bool primitive_pool_memory(double *out)
{
    return memory_between(MODEL_SEQUENTIAL, 1, MODEL_THREAD_POOL, 1, out);
}

bool primitive_thread_memory(double *out)
{
    return memory_between(MODEL_THREAD_POOL, 1, MODEL_THREAD_POOL, 100, out);
}

bool primitive_process_memory(double *out)
{
    return memory_between(MODEL_PROCESS_POOL, 1, MODEL_PROCESS_POOL, 50, out);
}
