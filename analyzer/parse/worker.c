/*
 * One loop: receive a job's number, make its unit, send the bytes. The loop runs on a thread with a
 * very large stack, since both clang and extract walk the syntax tree recursively and a long chain
 * of operators is a deep tree; the pages are only taken when they are touched. A file that needs
 * even more ends this process, and only this process.
 */
#include "parse/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "parse/tu.h"

/* Of address space, and so of memory; the stack below counts in. */
#define MEMORY_MAX ((rlim_t)6 << 30)

/* Exit codes that only the parent sees. */
enum { EXIT_DONE = 0, EXIT_NO_PARENT = 3, EXIT_NO_THREAD = 4 };

/* Returns false at the end of the stream and on errors: the parent is gone or does not want us. */
static bool receive_all(int sock, void *to, size_t n)
{
    char *p = to;
    while (n > 0) {
        ssize_t got = recv(sock, p, n, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        p += got;
        n -= (size_t)got;
    }
    return true;
}

static bool send_all(int sock, const void *from, size_t n)
{
    const char *p = from;
    while (n > 0) {
        ssize_t put = send(sock, p, n, MSG_NOSIGNAL);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        p += put;
        n -= (size_t)put;
    }
    return true;
}

static bool do_order(const struct worker_setup *setup, const struct worker_order *o)
{
    struct buf out BUF_CLEANUP = {0};
    ASSERT(o->index < (o->is_prefix ? setup->plan->v.n : setup->n_jobs));
    uint32_t job = o->is_prefix ? setup->plan->v.v[o->index].job : o->index;
    struct tu_request req = {
        .job = &setup->jobs[job], .root = setup->root, .resource_dir = setup->resource_dir,
        .plan = setup->plan, .prefix = o->prefix, .prefix_dir = setup->prefix_dir};
    bool ok = o->is_prefix ? tu_make_prefix(&req, o->index) : tu_to_bytes(&req, &out);
    if (o->is_prefix)
        buf_adds(&out, ok ? "ok" : "no prefix");
    struct worker_answer head = {.n = out.n, .index = o->index, .ok = ok};
    return send_all(setup->sock, &head, sizeof head) && send_all(setup->sock, out.s, out.n);
}

static void *run_jobs(void *arg)
{
    const struct worker_setup *setup = arg;
    struct worker_order order;
    while (receive_all(setup->sock, &order, sizeof order)) {
        /* What the last job printed is of no interest any more: it did not end the worker. */
        if (setup->log >= 0 && ftruncate(setup->log, 0) != 0)
            break;
        if (!do_order(setup, &order))
            break;
    }
    return NULL;
}

static void silence(const struct worker_setup *setup)
{
    /* A sanitizer's report must be seen. */
#ifndef CONCADVISE_SANITIZED
    int fd = setup->log >= 0 ? setup->log : open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (fd >= 0)
        (void)dup2(fd, STDERR_FILENO);
#endif
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null >= 0) {
        (void)dup2(null, STDIN_FILENO);
        (void)dup2(null, STDOUT_FILENO);
        (void)close(null);
    }
    ASSERT(setup->sock > STDERR_FILENO);
}

/* A file that includes /dev/zero, or itself by macros, would take all there is. */
static void limit_memory(void)
{
#ifndef CONCADVISE_SANITIZED
    struct rlimit now;
    if (getrlimit(RLIMIT_AS, &now) != 0 || now.rlim_cur < MEMORY_MAX)
        return;
    now.rlim_cur = MEMORY_MAX;
    (void)setrlimit(RLIMIT_AS, &now);
#endif
}

static void become_worker(const struct worker_setup *setup)
{
    static const int signals[] = {SIGINT,  SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGSEGV,
                                  SIGABRT, SIGBUS,  SIGILL, SIGFPE,  SIGCHLD};
    /* The parent may have died before prctl took effect. */
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != setup->parent)
        _exit(EXIT_NO_PARENT);
#ifndef CONCADVISE_SANITIZED
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        (void)signal(signals[i], SIG_DFL);
#else
    (void)signals;
#endif
    struct rlimit none = {0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
    limit_memory();
    silence(setup);
    /* Parse on our thread and its stack, not on one that libclang makes with 8 MB; and let a
     * crash be a crash. */
    if (setenv("LIBCLANG_NOTHREADS", "1", 1) != 0 ||
        setenv("LIBCLANG_DISABLE_CRASH_RECOVERY", "1", 1) != 0)
        out_of_memory();
}

/* Address space may be limited: less stack is better than no worker. */
static bool start_thread(pthread_t *thread, struct worker_setup *setup)
{
    pthread_attr_t attr;
    bool is_started = false;
    if (pthread_attr_init(&attr) != 0)
        return false;
    for (size_t mb = 512; !is_started && mb >= 8; mb /= 4) {
        if (pthread_attr_setstacksize(&attr, mb << 20) == 0)
            is_started = pthread_create(thread, &attr, run_jobs, setup) == 0;
    }
    (void)pthread_attr_destroy(&attr);
    return is_started;
}

void worker_main(const struct worker_setup *setup)
{
    pthread_t thread;
    struct worker_setup own = *setup;
    become_worker(&own);
    if (!start_thread(&thread, &own) || pthread_join(thread, NULL) != 0)
        _exit(EXIT_NO_THREAD);
    /* Not exit(): the parent's buffers and exit handlers are the parent's. */
    _exit(EXIT_DONE);
}
