/*
 * One run: the parent makes what is needed before the fork (server, shared memory), the child does
 * the tasks, and the parent looks at it from outside until it ends. Whatever happens, the child's
 * whole process group is then killed and reaped: the parent adopts what the child leaves behind.
 */
#include "bench/run.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/cpus.h"
#include "bench/proc.h"
#include "bench/server.h"

enum {
    MS = 1000000,
    LOOK_AFTER_NS = MS,
    LOOK_EVERY_NS = 5 * MS,
    LOOK_SHARE = 20, /* looking takes at most one part of so many */
    SLEEP_MAX_NS = 50 * MS,
    MESSAGE_MAX = 400,
    STACK_BYTES = 256 << 10, /* enough for any task, also with sanitizers */
};

static volatile sig_atomic_t stopped;

void bench_stop(void)
{
    stopped = 1;
}

uint64_t now_ns(void)
{
    struct timespec t;
    int rc = clock_gettime(CLOCK_MONOTONIC, &t);
    ASSERT(rc == 0);
    return (uint64_t)t.tv_sec * 1000000000U + (uint64_t)t.tv_nsec;
}

static uint64_t usage_ns(const struct rusage *u)
{
    return ((uint64_t)u->ru_utime.tv_sec + (uint64_t)u->ru_stime.tv_sec) * 1000000000U +
           ((uint64_t)u->ru_utime.tv_usec + (uint64_t)u->ru_stime.tv_usec) * 1000U;
}

/* ---- the child's side ---- */

static void tell(const struct run *r, const char *bytes, size_t n)
{
    while (write(r->to_parent, bytes, n) < 0 && errno == EINTR)
        continue;
}

void run_begin(struct run *r)
{
    struct rusage self, children;
    int rc = getrusage(RUSAGE_SELF, &self) | getrusage(RUSAGE_CHILDREN, &children);
    ASSERT(rc == 0);
    r->shared->base_cpu_ns = usage_ns(&self) + usage_ns(&children);
    r->shared->base_voluntary = (uint64_t)(self.ru_nvcsw + children.ru_nvcsw);
    r->shared->base_involuntary = (uint64_t)(self.ru_nivcsw + children.ru_nivcsw);
    tell(r, "B", 1);
    r->shared->begin_ns = now_ns();
}

void run_end(struct run *r)
{
    char go;
    r->shared->end_ns = now_ns();
    tell(r, "E", 1);
    while (read(r->from_parent, &go, 1) < 0 && errno == EINTR)
        continue;
}

bool run_fail(struct run *r, const char *fmt, ...)
{
    char text[MESSAGE_MAX + 2] = "F";
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(text + 1, MESSAGE_MAX, fmt, ap);
    va_end(ap);
    ASSERT(n > 0);
    size_t end = strlen(text);
    text[end++] = '\n';
    tell(r, text, end);
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
    tell(guarded, why, sizeof why - 1);
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

NORETURN static void child_main(struct run *r)
{
    (void)setpgid(0, 0);
    bool ok = true;
    pid_t owner = 0;
    uint32_t files = r->p.concurrency * (work_has_owner(&r->work) ? 3 : 1);
    if (!proc_want_files(files))
        ok = run_fail(r, "%u tasks at once need %u open files: %s", r->p.concurrency, files,
                      strerror(errno));
    else if (r->p.cores && !cpus_pin(r->p.cores))
        ok = run_fail(r, "cannot use %u processors: %s", r->p.cores, strerror(errno));
    else if (work_has_owner(&r->work))
        ok = start_owner(r, &owner);
    ok = ok && MODELS[r->p.model](r);
    if (owner > 0) {
        (void)close(r->work.ask[1]);
        (void)run_reap(r, owner, NULL);
    }
    _exit(ok ? 0 : 1);
}

/* ---- the parent's side ---- */

struct watch {
    struct run *run;
    pid_t child, server;
    uint64_t look_at_ns, give_up_ns;
    struct proc_seen peak;
    struct buf why;
    struct rusage usage;
    int status;
};

static void look(struct watch *w)
{
    uint64_t start = now_ns();
    struct proc_seen seen = proc_look(w->child);
    if (seen.pss_kb > w->peak.pss_kb)
        w->peak.pss_kb = seen.pss_kb;
    if (seen.threads > w->peak.threads)
        w->peak.threads = seen.threads;
    if (seen.processes > w->peak.processes)
        w->peak.processes = seen.processes;
    uint64_t now = now_ns(), rest = (now - start) * LOOK_SHARE;
    w->look_at_ns = now + (rest > LOOK_EVERY_NS ? rest : LOOK_EVERY_NS);
}

/* Sleeps until the child says something, or it is time to look. false: its end of the pipe is
 * closed. */
static bool listen_to(struct watch *w)
{
    uint64_t now = now_ns();
    uint64_t sleep = w->look_at_ns > now ? w->look_at_ns - now : 0;
    struct timespec limit = {0, (long)(sleep < SLEEP_MAX_NS ? sleep : SLEEP_MAX_NS)};
    struct pollfd pipe = {.fd = w->run->from_parent, .events = POLLIN};
    char bytes[MESSAGE_MAX + 2];
    if (ppoll(&pipe, 1, &limit, NULL) <= 0)
        return true;
    ssize_t n = read(pipe.fd, bytes, sizeof bytes);
    for (ssize_t i = 0; i < n; i++) {
        if (w->why.n > 0 || bytes[i] == 'F') {
            buf_add(&w->why, bytes + i, (size_t)(n - i));
            break;
        }
        if (bytes[i] == 'E') {
            look(w);
            (void)!write(w->run->to_parent, "", 1);
        }
    }
    return n > 0 || (n < 0 && (errno == EINTR || errno == EAGAIN));
}

/* Until the child has ended; the error then says why it did not end well. */
static bool watch_child(struct watch *w, struct err *err)
{
    bool open = true;
    while (wait4(w->child, &w->status, WNOHANG, &w->usage) == 0) {
        if (stopped)
            return err_set(err, "stopped");
        if (now_ns() > w->give_up_ns)
            return err_set(err, "bench: a run took far too long");
        if (open)
            open = listen_to(w);
        else
            (void)poll(NULL, 0, 1);
        if (now_ns() >= w->look_at_ns)
            look(w);
    }
    while (open && w->why.n == 0 && (open = listen_to(w)))
        continue;
    if (w->why.n > 0)
        return err_set(err, "bench: %.*s", (int)strcspn(w->why.s + 1, "\n"), w->why.s + 1);
    if (WIFSIGNALED(w->status))
        return err_set(err, "bench: a run was killed by signal %d", WTERMSIG(w->status));
    if (w->status != 0)
        return err_set(err, "bench: a run ended with status %d", WEXITSTATUS(w->status));
    uint64_t lost = work_lost(&w->run->work);
    return lost == 0 || err_set(err, "bench: %llu updates of shared state were lost",
                                (unsigned long long)lost);
}

static int by_size(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Nearest rank. */
static uint64_t percentile(const uint64_t *sorted, uint64_t n, uint64_t percent)
{
    return n ? sorted[(n * percent + 99) / 100 - 1] : 0;
}

static void latencies(const struct run *r, struct bench_sample *out)
{
    struct arena a;
    arena_init(&a);
    uint64_t *sorted = arena_array(&a, uint64_t, (size_t)r->p.tasks + 1), n = 0;
    for (uint32_t i = 0; i < r->p.tasks; i++) {
        if (r->results[i] == 0 || r->results[i] == RESULT_FAILED)
            out->failed++;
        else
            sorted[n++] = r->results[i] - 1;
    }
    qsort(sorted, n, sizeof *sorted, by_size);
    out->done = n;
    out->p50_ns = percentile(sorted, n, 50);
    out->p99_ns = percentile(sorted, n, 99);
    out->max_ns = percentile(sorted, n, 100);
    arena_release(&a);
}

static uint64_t above(uint64_t all, uint64_t base)
{
    return all > base ? all - base : 0;
}

static uint32_t most(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

static void fill(const struct watch *w, struct bench_sample *out)
{
    struct run_shared *s = w->run->shared;
    *out = (struct bench_sample){.wall_ns = above(s->end_ns, s->begin_ns)};
    out->cpu_ns = above(usage_ns(&w->usage), s->base_cpu_ns);
    out->switches_voluntary = above((uint64_t)w->usage.ru_nvcsw, s->base_voluntary);
    out->switches_involuntary = above((uint64_t)w->usage.ru_nivcsw, s->base_involuntary);
    out->pss_peak_kb = w->peak.pss_kb;
    /* Counted where they are made; from outside one that is just ending counts too. Programs that
     * the C library starts can only be seen from outside. */
    bool seen = w->run->p.workload == WORK_SPAWN;
    out->threads_peak = most(atomic_load(&s->threads_peak), seen ? w->peak.threads : 0);
    out->processes_peak = most(atomic_load(&s->processes_peak), seen ? w->peak.processes : 0);
    latencies(w->run, out);
}

static void *share(size_t size)
{
    void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED)
        out_of_memory();
    return p;
}

/* Both ends of two pipes; the child keeps the first pair, the parent the second. */
static bool start_child(struct run *r, pid_t *out, struct err *err)
{
    int up[2], down[2];
    if (pipe2(up, O_CLOEXEC) != 0 || pipe2(down, O_CLOEXEC) != 0)
        return err_set(err, "bench: pipe: %s", strerror(errno));
    *out = proc_fork();
    if (*out < 0)
        return err_set(err, "bench: fork: %s", strerror(errno));
    r->to_parent = *out ? down[1] : up[1];
    r->from_parent = *out ? up[0] : down[0];
    (void)close(*out ? down[0] : up[0]);
    (void)close(*out ? up[1] : down[1]);
    if (*out == 0)
        child_main(r);
    (void)setpgid(*out, *out); /* whoever comes first */
    return true;
}

static bool run_watched(struct watch *w, struct err *err)
{
    struct run *r = w->run;
    bool ok = true;
    if (work_needs_server(r->p.workload))
        ok = server_start(&r->work, r->p.io_us, r->p.concurrency, &w->server, err);
    ok = ok && start_child(r, &w->child, err);
    if (ok) {
        uint64_t each = ((uint64_t)r->p.io_us + r->p.cpu_us) * 1000;
        w->look_at_ns = now_ns() + LOOK_AFTER_NS;
        w->give_up_ns = now_ns() + 60000ULL * MS + 4 * each * r->p.tasks +
                        4ULL * MS * r->p.duration_ms;
        ok = watch_child(w, err);
        proc_end_group(w->child);
        (void)close(r->to_parent);
        (void)close(r->from_parent);
    }
    if (w->server > 0)
        proc_end(w->server);
    return ok;
}

static bool check_params(const struct bench_params *p, struct err *err)
{
    const char *const *variants;
    uint32_t n = bench_variants(p->workload, p->model, &variants), i = 0;
    while (i < n && strcmp(variants[i], p->variant) != 0)
        i++;
    if (i == n)
        return err_set(err, "bench: %s has no implementation \"%s\" for %s",
                       bench_model_name(p->model), p->variant, bench_workload_name(p->workload));
    if (p->concurrency == 0 || (p->tasks == 0 && p->workload != WORK_ENDPOINT))
        return err_set(err, "bench: a run needs tasks, and at least one at a time");
    return true;
}

bool bench_run_once(const struct bench_params *p, struct bench_sample *out, struct err *err)
{
    int adopts = 0;
    if (stopped)
        return err_set(err, "stopped");
    if (!check_params(p, err))
        return false;
    size_t results = ((size_t)p->tasks + 1) * sizeof(uint64_t);
    struct run r = {.p = *p, .shared = share(sizeof *r.shared), .results = share(results)};
    run_processes(&r, 1);
    struct watch w = {.run = &r};
    bool ready = work_init(&r.work, &r.p, err);
    bool ok = ready && prctl(PR_GET_CHILD_SUBREAPER, &adopts) == 0 &&
              prctl(PR_SET_CHILD_SUBREAPER, 1) == 0;
    if (ready && !ok)
        (void)err_set(err, "bench: prctl: %s", strerror(errno));
    ok = ok && run_watched(&w, err);
    if (ready)
        (void)prctl(PR_SET_CHILD_SUBREAPER, adopts);
    if (ok)
        fill(&w, out);
    buf_release(&w.why);
    if (ready)
        work_release(&r.work);
    (void)munmap(r.shared, sizeof *r.shared);
    (void)munmap(r.results, results);
    return ok;
}
