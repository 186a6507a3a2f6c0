/* What a model can use of its run, and the child's life around it. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/cpus.h"
#include "bench/endpoint.h"
#include "bench/proc.h"

enum { STACK_BYTES = 256 << 10 }; /* enough for any task, also with sanitizers */

uint64_t now_ns(void)
{
    struct timespec t;
    int rc = clock_gettime(CLOCK_MONOTONIC, &t);
    ASSERT(rc == 0);
    return (uint64_t)t.tv_sec * 1000000000U + (uint64_t)t.tv_nsec;
}

uint64_t run_usage_ns(const struct rusage *u)
{
    return ((uint64_t)u->ru_utime.tv_sec + (uint64_t)u->ru_stime.tv_sec) * 1000000000U +
           ((uint64_t)u->ru_utime.tv_usec + (uint64_t)u->ru_stime.tv_usec) * 1000U;
}

static void tell_bytes(const struct run *r, const char *bytes, size_t n)
{
    while (send(r->peer, bytes, n, MSG_NOSIGNAL) < 0 && errno == EINTR)
        continue;
}

static void tell(const struct run *r, char what)
{
    tell_bytes(r, &what, 1);
}

void run_begin(struct run *r)
{
    struct rusage self, children;
    int rc = getrusage(RUSAGE_SELF, &self) | getrusage(RUSAGE_CHILDREN, &children);
    ASSERT(rc == 0);
    r->shared->base_cpu_ns = run_usage_ns(&self) + run_usage_ns(&children);
    r->shared->base_voluntary = (uint64_t)(self.ru_nvcsw + children.ru_nvcsw);
    r->shared->base_involuntary = (uint64_t)(self.ru_nivcsw + children.ru_nivcsw);
    tell(r, RUN_BEGUN);
    if (r->listener < 0)
        r->shared->begin_ns = now_ns();
}

/* A loop may have made the socket non-blocking. */
void run_wait_for_parent(struct run *r)
{
    struct pollfd peer = {.fd = r->peer, .events = POLLIN};
    char byte;
    while ((poll(&peer, 1, -1) < 0 || read(r->peer, &byte, 1) < 0) &&
           (errno == EINTR || errno == EAGAIN))
        continue;
}

void run_end(struct run *r)
{
    if (r->listener < 0)
        r->shared->end_ns = now_ns();
    tell(r, RUN_ENDED);
    run_wait_for_parent(r);
}

bool run_fail(struct run *r, const char *fmt, ...)
{
    char text[RUN_MESSAGE_MAX + 2] = {RUN_FAILED};
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(text + 1, RUN_MESSAGE_MAX, fmt, ap);
    va_end(ap);
    ASSERT(n > 0);
    size_t end = strlen(text);
    text[end++] = '\n';
    tell_bytes(r, text, end);
    return false;
}

void run_task_done(struct run *r, uint32_t task, uint64_t start_ns, bool ok)
{
    ASSERT(task < r->p.tasks);
    r->results[task] = ok ? now_ns() - start_ns + 1 : RESULT_FAILED;
}

static void count(_Atomic uint32_t *now, _Atomic uint32_t *peak, int32_t by)
{
    uint32_t n = atomic_fetch_add(now, (uint32_t)by) + (uint32_t)by;
    uint32_t most = atomic_load(peak);
    while (most < n && !atomic_compare_exchange_weak(peak, &most, n))
        continue;
}

void run_threads(struct run *r, int32_t by)
{
    count(&r->shared->threads, &r->shared->threads_peak, by);
}

void run_processes(struct run *r, int32_t by)
{
    count(&r->shared->processes, &r->shared->processes_peak, by);
    run_threads(r, by);
}

pid_t run_fork(struct run *r)
{
    run_processes(r, 1);
    pid_t pid = proc_fork();
    if (pid < 0) {
        int why = errno;
        run_processes(r, -1);
        errno = why;
    }
    return pid;
}

bool run_reap(struct run *r, pid_t pid, pid_t *ended)
{
    int status = 0;
    pid_t got;
    while ((got = waitpid(pid, &status, 0)) < 0) {
        if (errno != EINTR)
            return false;
    }
    run_processes(r, -1);
    if (ended)
        *ended = got;
    return status == 0;
}

static struct run *guarded;

static void on_child_end(int sig)
{
    static const char why[] = "Fa worker ended before its time\n";
    (void)sig;
    tell_bytes(guarded, why, sizeof why - 1);
    _exit(1);
}

void run_guard_children(struct run *r, bool on)
{
    struct sigaction act = {.sa_handler = on ? on_child_end : SIG_DFL};
    guarded = r;
    int rc = sigaction(SIGCHLD, &act, NULL);
    ASSERT(rc == 0);
}

uint32_t run_cores(const struct run *r)
{
    struct arena a;
    if (r->p.cores)
        return r->p.cores;
    arena_init(&a);
    uint32_t n = cpus_usable(&a);
    arena_release(&a);
    return n;
}

bool run_thread(struct run *r, void *(*body)(void *), void *arg)
{
    pthread_attr_t attr;
    pthread_t thread;
    int rc = pthread_attr_init(&attr);
    rc = rc ? rc : pthread_attr_setstacksize(&attr, STACK_BYTES);
    rc = rc ? rc : pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    run_threads(r, 1);
    rc = rc ? rc : pthread_create(&thread, &attr, body, arg);
    (void)pthread_attr_destroy(&attr);
    if (rc != 0)
        run_threads(r, -1);
    errno = rc;
    return rc == 0;
}

static run_model_fn *const MODELS[MODEL_COUNT] = {
    [MODEL_SEQUENTIAL] = model_sequential,
    [MODEL_EVENT_LOOP] = model_event_loop,
    [MODEL_THREADS] = model_threads,
    [MODEL_PROCESSES] = model_processes,
    [MODEL_HYBRID] = model_hybrid,
    [MODEL_THREAD_POOL] = model_thread_pool,
    [MODEL_PROCESS_POOL] = model_process_pool,
    [MODEL_LOOP_EXECUTOR] = model_loop_executor,
};

/* The process that owns the shared state, where there is one; it ends when nobody can ask it. */
static bool start_owner(struct run *r, pid_t *out)
{
    if (!work_owner_pipes(&r->work))
        return run_fail(r, "pipe: %s", strerror(errno));
    *out = run_fork(r);
    if (*out < 0)
        return run_fail(r, "fork: %s", strerror(errno));
    if (*out > 0)
        return true;
    work_owner_main(&r->work);
    _exit(0);
}

NORETURN void run_child(struct run *r)
{
    (void)setpgid(0, 0);
    proc_own_memory();
    bool ok = true;
    pid_t owner = 0;
    /* Beside its connection, a task may have two pipes, or one to the upstream; and users who have
     * given up may come again before they are forgotten. */
    uint32_t files = r->p.concurrency * (work_has_owner(&r->work) ? 3 : r->listener >= 0 ? 2 : 1);
    if (!(r->listener >= 0 && proc_want_files(2 * files)) && !proc_want_files(files))
        ok = run_fail(r, "%u tasks at once need %u open files: %s", r->p.concurrency, files,
                      strerror(errno));
    else if (r->p.cores && !cpus_pin(r->p.cores))
        ok = run_fail(r, "cannot use %u processors: %s", r->p.cores, strerror(errno));
    else if (work_has_owner(&r->work))
        ok = start_owner(r, &owner);
    ok = ok && (r->listener >= 0 ? endpoint_serve(r) : MODELS[r->p.model](r));
    if (owner > 0) {
        (void)close(r->work.ask[1]);
        (void)run_reap(r, owner, NULL);
    }
    _exit(ok ? 0 : 1);
}
