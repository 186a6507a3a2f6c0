/*
 * One run: the parent makes what is needed before the fork (server, shared memory), the child does
 * the tasks, and the parent looks at it from outside until it ends. Whatever happens, the child's
 * whole process group is then killed and reaped: the parent adopts what the child leaves behind.
 */
#include "bench/run.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench/endpoint.h"
#include "bench/proc.h"
#include "bench/server.h"

enum {
    MS = 1000000,
    LOOK_AFTER_NS = MS,
    LOOK_EVERY_NS = 5 * MS,
    LOOK_SHARE = 20, /* looking takes at most one part of so many */
    SLEEP_MAX_NS = 50 * MS,
};

static volatile sig_atomic_t stopped;

void bench_stop(void)
{
    stopped = 1;
}

bool run_stopped(void)
{
    return stopped;
}

struct watch {
    struct run *run;
    pid_t child, server, users; /* 0: none */
    uint64_t look_at_ns, give_up_ns;
    struct proc_seen peak;
    struct buf why;
    struct rusage usage;
    uint64_t server_ns; /* CPU time */
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

/* The users come when the server is ready. */
static void start_users(struct watch *w)
{
    struct run *r = w->run;
    if (r->listener < 0)
        return;
    w->users = proc_fork_helper();
    if (w->users == 0) {
        (void)close(r->peer);
        (void)close(r->listener);
        _exit(proc_want_files(r->p.concurrency) && endpoint_users(r) ? 0 : 1);
    }
}

/* When the users have gone the server may end. */
static bool check_users(struct watch *w, struct err *err)
{
    int status = 0;
    if (w->users < 0)
        return err_set(err, "bench: fork: %s", strerror(errno));
    if (w->users == 0 || waitpid(w->users, &status, WNOHANG) == 0)
        return true;
    w->users = 0;
    if (status != 0)
        return err_set(err, "bench: the users could not ask");
    return send(w->run->peer, "", 1, MSG_NOSIGNAL) == 1 ||
           err_set(err, "bench: the server has gone");
}

/* Sleeps until the child says something, or it is time to look. false: its end of the pipe is
 * closed. */
static bool listen_to(struct watch *w)
{
    uint64_t now = now_ns();
    uint64_t sleep = w->look_at_ns > now ? w->look_at_ns - now : 0;
    struct timespec limit = {0, (long)(sleep < SLEEP_MAX_NS ? sleep : SLEEP_MAX_NS)};
    struct pollfd peer = {.fd = w->run->peer, .events = POLLIN};
    char bytes[RUN_MESSAGE_MAX + 2];
    if (ppoll(&peer, 1, &limit, NULL) <= 0)
        return true;
    ssize_t n = read(peer.fd, bytes, sizeof bytes);
    for (ssize_t i = 0; i < n; i++) {
        if (w->why.n > 0 || bytes[i] == RUN_FAILED) {
            buf_add(&w->why, bytes + i, (size_t)(n - i));
            break;
        }
        if (bytes[i] == RUN_BEGUN)
            start_users(w);
        if (bytes[i] == RUN_ENDED) {
            look(w);
            (void)send(w->run->peer, "", 1, MSG_NOSIGNAL);
        }
    }
    return n > 0 || (n < 0 && (errno == EINTR || errno == EAGAIN));
}

/* Until the child has ended. */
static bool watch_child(struct watch *w, struct err *err)
{
    bool open = true;
    while (!proc_has_ended(w->child)) {
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
        if (!check_users(w, err))
            return false;
    }
    while (open && w->why.n == 0 && (open = listen_to(w)))
        continue;
    return true;
}

/* Why the run has not gone well, when it has ended by itself. */
static bool judge(struct watch *w, struct err *err)
{
    if (w->why.n > 0)
        return err_set(err, "bench: %.*s", (int)strcspn(w->why.s + 1, "\n"), w->why.s + 1);
    if (WIFSIGNALED(w->status))
        return err_set(err, "bench: a run was killed by signal %d", WTERMSIG(w->status));
    if (w->status != 0)
        return err_set(err, "bench: a run ended with status %d", WEXITSTATUS(w->status));
    uint64_t lost = work_lost(&w->run->work);
    if (lost != 0)
        return err_set(err, "bench: %llu updates of shared state were lost",
                       (unsigned long long)lost);
    if (w->server > 0 && proc_has_ended(w->server))
        return err_set(err, "bench: the server ended before its time");
    return true;
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
    uint64_t all = r->listener < 0 || r->shared->requests > r->n_results ? r->n_results
                                                                       : r->shared->requests;
    uint64_t *sorted = arena_array(&a, uint64_t, (size_t)all + 1), n = 0;
    for (uint64_t i = 0; i < all; i++) {
        if (r->results[i] == 0 || r->results[i] == RESULT_FAILED)
            out->failed++;
        else
            sorted[n++] = r->results[i] - 1;
    }
    qsort(sorted, n, sizeof *sorted, by_size);
    out->done = n;
    if (r->listener >= 0) { /* there may have been more than there is room for */
        out->failed = r->shared->requests_failed;
        out->done = r->shared->requests - out->failed;
    }
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
    out->cpu_ns = above(run_usage_ns(&w->usage), s->base_cpu_ns);
    out->switches_voluntary = above((uint64_t)w->usage.ru_nvcsw, s->base_voluntary);
    out->switches_involuntary = above((uint64_t)w->usage.ru_nivcsw, s->base_involuntary);
    out->pss_peak_kb = w->peak.pss_kb;
    out->helper_cpu_ns = w->server_ns;
    /* Counted where they are made; from outside one that is just ending counts too. Programs that
     * the C library starts can only be seen from outside. */
    bool seen = w->run->p.workload == WORK_SPAWN;
    out->threads_peak = most(atomic_load(&s->threads_peak), seen ? w->peak.threads : 0);
    out->processes_peak = most(atomic_load(&s->processes_peak), seen ? w->peak.processes : 0);
    latencies(w->run, out);
}

static void *share(size_t size)
{
    void *p = mmap(NULL, size, PROT_READ | PROT_WRITE,
                   MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p == MAP_FAILED)
        out_of_memory();
    return p;
}

static bool start_child(struct run *r, pid_t *out, struct err *err)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return err_set(err, "bench: socketpair: %s", strerror(errno));
    pid_t pid = proc_fork();
    int why = errno;
    r->peer = ends[pid == 0];
    (void)close(ends[pid != 0]);
    if (pid == 0)
        run_child(r);
    if (pid < 0) {
        (void)close(r->peer);
        return err_set(err, "bench: fork: %s", strerror(why));
    }
    (void)setpgid(pid, pid); /* whoever comes first */
    *out = pid;
    return true;
}

static uint64_t cpu_of(pid_t pid)
{
    clockid_t clock;
    struct timespec t;
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &t) != 0)
        return 0;
    return (uint64_t)t.tv_sec * 1000000000U + (uint64_t)t.tv_nsec;
}

static bool run_watched(struct watch *w, struct err *err)
{
    struct run *r = w->run;
    bool ok = true;
    if (work_needs_server(r->p.workload))
        ok = server_start(&r->work, r->p.io_us, r->p.concurrency, &w->server, err);
    if (ok && r->p.workload == WORK_ENDPOINT) {
        r->listener = server_listen(&r->port);
        ok = r->listener >= 0 || err_set(err, "bench: cannot listen: %s", strerror(errno));
    }
    ok = ok && start_child(r, &w->child, err);
    if (ok) {
        uint64_t each = ((uint64_t)r->p.io_us + r->p.cpu_us) * 1000;
        w->look_at_ns = now_ns() + LOOK_AFTER_NS;
        w->give_up_ns = now_ns() + 60000ULL * MS + 4 * each * r->p.tasks +
                        4ULL * MS * r->p.duration_ms;
        ok = watch_child(w, err);
        w->status = proc_end_group(w->child, &w->usage);
        ok = ok && judge(w, err);
        (void)close(r->peer);
    }
    if (r->listener >= 0)
        (void)close(r->listener);
    if (w->users > 0)
        proc_end(w->users);
    if (w->server > 0) {
        w->server_ns = cpu_of(w->server);
        proc_end(w->server);
    }
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
    if (p->workload == WORK_ENDPOINT && (p->duration_ms == 0 || p->timeout_ms == 0))
        return err_set(err, "bench: users need a time to ask, and a time to give up");
    return true;
}

bool bench_run_once(const struct bench_params *p, struct bench_sample *out, struct err *err)
{
    if (stopped)
        return err_set(err, "stopped");
    if (!check_params(p, err))
        return false;
    struct run r = {.p = *p, .listener = -1};
    r.n_results = p->workload == WORK_ENDPOINT ? ENDPOINT_RESULTS_MAX : p->tasks;
    size_t results = (size_t)r.n_results * sizeof *r.results;
    r.shared = share(sizeof *r.shared);
    r.results = share(results);
    run_processes(&r, 1);
    struct watch w = {.run = &r};
    bool ready = work_init(&r.work, &r.p, err);
    int adopted = proc_adopt();
    bool ok = ready && run_watched(&w, err);
    proc_adopt_no_more(adopted);
    if (!ok && stopped)
        (void)err_set(err, "stopped"); /* whatever else that has led to */
    if (ok)
        fill(&w, out);
    buf_release(&w.why);
    if (ready)
        work_release(&r.work);
    (void)munmap(r.shared, sizeof *r.shared);
    (void)munmap(r.results, results);
    return ok;
}
