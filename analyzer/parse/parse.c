/*
 * The parent's side: keeps every worker busy with one job each, collects answers by poll, and puts
 * each result where its job's number says. Which worker took which job leaves no trace in the
 * results.
 *
 * A worker that dies takes only its job with it: that job gets the reason, and a fresh worker
 * carries on. The job is not tried again, since what kills libclang once does it twice.
 */
#include "parse/parse.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "extract/clang.h"
#include "parse/prefix_file.h"
#include "parse/watch.h"
#include "parse/worker.h"

struct slot {
    pid_t pid; /* 0: no process */
    int sock, log;
    struct worker_order order; /* what it works on, while it is busy */
    bool is_busy;
    struct worker_answer head;
    size_t n_head; /* bytes of head that have come */
    char *body;    /* in the caller's arena; NULL until head is whole */
    size_t n_body;
    struct watch watch;
};

struct pool {
    struct arena *arena;
    const struct job *jobs;
    const struct parse_options *opts;
    const char *resource_dir;
    struct parse_result *results;
    struct slot *slots;
    struct pollfd *polls; /* of the slots that work, which polled names */
    uint32_t *polled;
    uint32_t n_jobs, n_slots;
    uint32_t next; /* first job that nobody has taken */
    uint32_t done;
    struct prefix_plan plan; /* empty: no prefixes */
    const char *prefix_dir;
    uint8_t *prefix_states;  /* [plan] enum prefix_state */
    uint32_t next_prefix;    /* those before it are taken */
    VEC(uint32_t) again;     /* jobs to parse without a prefix, which ended their worker */
    int start_errno; /* of the last worker that could not be started */
};

enum prefix_state { PREFIX_OPEN, PREFIX_MADE, PREFIX_FAILED };

/* One answer may not be larger: a length beyond it is a worker gone wild. */
static const uint64_t max_answer = (uint64_t)4 << 30;

static void close_fd(int *fd)
{
    if (*fd >= 0)
        (void)close(*fd);
    *fd = -1;
}

static void finish_job(struct pool *p, uint32_t job, const void *bytes, size_t n, const char *why)
{
    ASSERT(job < p->n_jobs && !p->results[job].bytes && !p->results[job].why);
    ASSERT(bytes || why);
    p->results[job].bytes = bytes;
    p->results[job].n = n;
    p->results[job].why = why;
    p->done++;
    if (p->opts->progress)
        p->opts->progress(p->opts->progress_ctx, p->done, p->n_jobs);
}

/* ---- the life of a worker ---- */

/* In the child: the other workers' sockets must not be held open here, or those workers would never
 * see the parent close them. */
NORETURN static void run_child(struct pool *p, const struct slot *self, int sock, pid_t parent)
{
    for (uint32_t i = 0; i < p->n_slots; i++) {
        if (p->slots[i].sock >= 0)
            (void)close(p->slots[i].sock);
        if (&p->slots[i] != self && p->slots[i].log >= 0)
            (void)close(p->slots[i].log);
    }
    struct worker_setup setup = {
        .jobs = p->jobs, .n_jobs = p->n_jobs, .root = p->opts->root,
        .resource_dir = p->resource_dir, .plan = &p->plan, .prefix_dir = p->prefix_dir,
        .sock = sock, .log = self->log, .parent = parent};
    worker_main(&setup);
}

/* Appending, so that two descriptors on it cannot overwrite each other's text. */
static int open_log(void)
{
    int fd = memfd_create("concadvise-worker", MFD_CLOEXEC);
    if (fd >= 0 && fcntl(fd, F_SETFL, O_APPEND) != 0)
        close_fd(&fd);
    return fd;
}

static bool slot_start(struct pool *p, struct slot *s)
{
    int pair[2];
    ASSERT(s->pid == 0 && s->sock < 0 && s->log < 0);
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) {
        p->start_errno = errno;
        return false;
    }
    s->sock = pair[0];
    s->log = open_log();
    (void)fflush(NULL);
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid == 0)
        run_child(p, s, pair[1], parent);
    if (pid < 0)
        p->start_errno = errno;
    close_fd(&pair[1]);
    if (pid < 0) {
        close_fd(&s->sock);
        close_fd(&s->log);
        return false;
    }
    s->pid = pid;
    return true;
}

/* Closing the socket is what tells a worker to end. Returns its wait status. */
static int slot_stop(struct slot *s)
{
    int status = 0;
    ASSERT(s->pid > 0);
    close_fd(&s->sock);
    while (waitpid(s->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    s->pid = 0;
    return status;
}

static bool send_order(struct slot *s)
{
    ssize_t n;
    do
        n = send(s->sock, &s->order, sizeof s->order, MSG_NOSIGNAL);
    while (n < 0 && errno == EINTR);
    return n == (ssize_t)sizeof s->order;
}

/* ---- why a worker died ---- */

/* What it printed when it gave up by itself (base's fault messages), else the last line of what
 * libclang printed; NULL when it said nothing. */
static const char *last_words(struct arena *a, int log)
{
    char text[4097];
    off_t size = log >= 0 ? lseek(log, 0, SEEK_END) : 0;
    off_t from = size > (off_t)sizeof text - 1 ? size - ((off_t)sizeof text - 1) : 0;
    ssize_t n = size > 0 ? pread(log, text, sizeof text - 1, from) : 0;
    if (n <= 0)
        return NULL;
    text[n] = '\0';
    char *at = strstr(text, "internal error at ");
    if (!at)
        at = strstr(text, "out of memory");
    if (!at) {
        while (n > 0 && text[n - 1] == '\n')
            text[--n] = '\0';
        at = strrchr(text, '\n');
        at = at ? at + 1 : text;
    }
    size_t len = strcspn(at, "\n");
    return len > 0 ? arena_strndup(a, at, len) : NULL;
}

/* As LLVM says it, or the C++ library. */
static bool is_out_of_memory(const char *words)
{
    return strstr(words, "out of memory") || strstr(words, "bad_alloc") ||
           strstr(words, "allocation failed") || strstr(words, "Allocation failed");
}

static const char *death_reason(struct arena *a, int status, int log)
{
    const char *words = last_words(a, log);
    if (WIFSIGNALED(status)) {
        int sig = WTERMSIG(status);
        if (sig == SIGABRT && words && is_out_of_memory(words))
            return "libclang needs more memory than there is for one file";
        if (sig == SIGKILL)
            return "libclang was killed (signal 9; out of memory?)";
        return arena_printf(a, "libclang crashed (signal %d)", sig);
    }
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (words)
        return arena_printf(a, "the worker gave up: %s", words);
    return arena_printf(a, "the worker ended with code %d", code);
}

/* ---- what is to be done next ---- */
/* An error in a prefix is one in all that go on from it. */
static void prefix_ends(struct pool *p, uint32_t index, bool ok)
{
    ASSERT(index < p->plan.v.n && p->prefix_states[index] == PREFIX_OPEN);
    p->prefix_states[index] = ok ? PREFIX_MADE : PREFIX_FAILED;
}

static bool is_prefix_failed(const struct pool *p, uint32_t prefix)
{
    for (; prefix; prefix = p->plan.v.v[prefix - 1].parent)
        if (p->prefix_states[prefix - 1] == PREFIX_FAILED)
            return true;
    return false;
}

/* The longest prefix that can be had; false: it is still being made. */
static bool usable_prefix(const struct pool *p, uint32_t wanted, uint32_t *out)
{
    while (wanted && is_prefix_failed(p, wanted))
        wanted = p->plan.v.v[wanted - 1].parent;
    *out = wanted;
    return !wanted || p->prefix_states[wanted - 1] == PREFIX_MADE;
}

/* Prefixes that can be made now, in order. */
static bool next_prefix(struct pool *p, struct worker_order *out)
{
    while (p->next_prefix < p->plan.v.n && is_prefix_failed(p, p->next_prefix + 1))
        p->prefix_states[p->next_prefix++] = PREFIX_FAILED;
    if (p->next_prefix == p->plan.v.n)
        return false;
    *out = (struct worker_order){.is_prefix = 1, .index = p->next_prefix};
    if (!usable_prefix(p, p->plan.v.v[p->next_prefix].parent, &out->prefix))
        return false;
    p->next_prefix++;
    return true;
}

/* False: nothing is left, or (*waits) nothing that can be done before something else has ended. */
static bool next_order(struct pool *p, struct worker_order *out, bool *waits)
{
    *waits = false;
    if (p->again.n > 0) {
        *out = (struct worker_order){.index = p->again.v[--p->again.n]};
        return true;
    }
    if (next_prefix(p, out))
        return true;
    if (p->next == p->n_jobs)
        return false;
    *out = (struct worker_order){.index = p->next};
    if (p->plan.v.n > 0 && !usable_prefix(p, p->plan.of_job[p->next], &out->prefix)) {
        *waits = true;
        return false;
    }
    p->next++;
    return true;
}

/* ---- jobs to workers, answers from workers ---- */

static void slot_lost(struct pool *p, struct slot *s)
{
    int status = slot_stop(s);
    const char *why = death_reason(p->arena, status, s->log);
    s->is_busy = false;
    if (s->order.is_prefix)
        prefix_ends(p, s->order.index, false);
    else if (s->order.prefix)
        vec_push(p->arena, &p->again, s->order.index);
    else
        finish_job(p, s->order.index, NULL, 0, why);
    close_fd(&s->log);
}

/* No worker can be had for it: jobs are left for whoever is free, prefixes are done without. */
static void give_back(struct pool *p, const struct worker_order *o)
{
    if (o->is_prefix)
        prefix_ends(p, o->index, false);
    else
        vec_push(p->arena, &p->again, o->index);
}

/* Gives the slot its next job, with a new process when it has none; ends its process when no job is
 * left. False when a process was needed and could not be started. */
static bool slot_feed(struct pool *p, struct slot *s)
{
    bool waits = false;
    ASSERT(!s->is_busy);
    while (next_order(p, &s->order, &waits)) {
        if (s->pid == 0 && !slot_start(p, s)) {
            give_back(p, &s->order);
            return false;
        }
        s->n_head = s->n_body = 0;
        s->body = NULL;
        s->watch = (struct watch){0};
        s->is_busy = true;
        if (send_order(s))
            return true;
        slot_lost(p, s);
    }
    if (s->pid > 0 && !waits) {
        (void)slot_stop(s);
        close_fd(&s->log);
    }
    return true;
}

/* Takes what the socket has. False: the worker is gone, or talks nonsense. */
static bool slot_receive(struct pool *p, struct slot *s)
{
    bool in_head = s->n_head < sizeof s->head;
    char *to = in_head ? (char *)&s->head + s->n_head : s->body + s->n_body;
    size_t want = in_head ? sizeof s->head - s->n_head : s->head.n - s->n_body;
    ssize_t got = recv(s->sock, to, want, MSG_DONTWAIT);
    if (got < 0)
        return errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK;
    if (got == 0)
        return false;
    if (!in_head) {
        s->n_body += (size_t)got;
        return true;
    }
    s->n_head += (size_t)got;
    if (s->n_head < sizeof s->head)
        return true;
    if (s->head.index != s->order.index || s->head.n == 0 || s->head.n > max_answer)
        return false;
    s->body = arena_alloc(p->arena, s->head.n + 1);
    return true;
}

static bool is_answer_whole(const struct slot *s)
{
    return s->n_head == sizeof s->head && s->n_body == s->head.n;
}

static void slot_ready(struct pool *p, struct slot *s)
{
    if (!slot_receive(p, s)) {
        (void)kill(s->pid, SIGTERM); /* when it talks nonsense; one that is dead does not mind */
        if (s->is_busy) {
            slot_lost(p, s);
        } else {
            (void)slot_stop(s);
            close_fd(&s->log);
        }
    } else if (!is_answer_whole(s)) {
        return;
    } else {
        s->is_busy = false;
        if (s->order.is_prefix)
            prefix_ends(p, s->order.index, s->head.ok);
        else if (s->head.ok)
            finish_job(p, s->order.index, s->body, s->head.n, NULL);
        else
            finish_job(p, s->order.index, NULL, 0, s->body);
    }
}

/* ---- the pool ---- */

static void pool_init(struct pool *p, uint32_t n_workers)
{
    p->n_slots = n_workers < p->n_jobs ? n_workers : p->n_jobs;
    p->slots = arena_array(p->arena, struct slot, p->n_slots);
    p->polls = arena_array(p->arena, struct pollfd, p->n_slots);
    p->polled = arena_array(p->arena, uint32_t, p->n_slots);
    for (uint32_t i = 0; i < p->n_slots; i++)
        p->slots[i].sock = p->slots[i].log = -1;
    for (uint32_t i = 0; i < p->n_jobs; i++)
        p->results[i] = (struct parse_result){0};
}

/* Nobody has answered for a while: those that never will are ended. */
static void pool_watch(struct pool *p, uint32_t n_polled)
{
    for (uint32_t i = 0; i < n_polled; i++) {
        struct slot *s = &p->slots[p->polled[i]];
        const char *why = s->is_busy ? watch_look(&s->watch, s->pid) : NULL;
        if (!why)
            continue;
        (void)kill(s->pid, SIGKILL);
        (void)slot_stop(s);
        close_fd(&s->log);
        s->is_busy = false;
        if (s->order.is_prefix)
            prefix_ends(p, s->order.index, false);
        else
            finish_job(p, s->order.index, NULL, 0, why);
    }
}

/* Waits for the working ones and handles them; what they have ended may be what others wait for.
 * False when none works any more. */
static bool pool_step(struct pool *p)
{
    uint32_t n_busy = 0, n_polled = 0;
    /* Only those: poll takes no more entries than there may be descriptors. */
    for (uint32_t i = 0; i < p->n_slots; i++) {
        if (p->slots[i].pid > 0) {
            p->polls[n_polled] = (struct pollfd){.fd = p->slots[i].sock, .events = POLLIN};
            p->polled[n_polled++] = i;
            n_busy += p->slots[i].is_busy;
        }
    }
    if (n_busy == 0)
        return false;
    int n = poll(p->polls, n_polled, WATCH_MS);
    if (n < 0)
        ASSERT(errno == EINTR || errno == EAGAIN || errno == ENOMEM);
    for (uint32_t i = 0; n > 0 && i < n_polled; i++)
        if (p->polls[i].revents != 0)
            slot_ready(p, &p->slots[p->polled[i]]);
    if (n == 0)
        pool_watch(p, n_polled);
    for (uint32_t i = 0; i < p->n_slots; i++)
        if (!p->slots[i].is_busy)
            (void)slot_feed(p, &p->slots[i]);
    return true;
}

/* Too few files have no beginning in common that would be worth it. */
static void plan_prefixes(struct pool *p, int *lock)
{
    *lock = -1;
    if (!p->opts->scratch_dir || p->n_jobs < 3)
        return;
    prefix_make_plan(p->arena, p->jobs, p->n_jobs, &p->plan);
    p->prefix_states = arena_array(p->arena, uint8_t, p->plan.v.n + 1);
    if (p->plan.v.n > 0)
        p->prefix_dir = prefix_dir_make(p->arena, p->opts->scratch_dir, lock);
    if (!p->prefix_dir)
        p->plan.v.n = 0;
}

static void finish_unserved(struct pool *p)
{
    const char *why =
        arena_printf(p->arena, "cannot start a worker process: %s", strerror(p->start_errno));
    for (uint32_t i = 0; i < p->again.n; i++)
        finish_job(p, p->again.v[i], NULL, 0, why);
    for (; p->next < p->n_jobs; p->next++)
        finish_job(p, p->next, NULL, 0, why);
    ASSERT(p->done == p->n_jobs);
}

bool parse_jobs(struct arena *a, const struct job *jobs, uint32_t n,
                const struct parse_options *opts, struct parse_result *results, struct err *err)
{
    ASSERT(opts->workers >= 1);
    struct pool p = {.arena = a, .jobs = jobs, .opts = opts, .results = results, .n_jobs = n};
    bool is_any = false;
    int lock;
    if (n == 0)
        return true;
    if (!clang_load(err)) /* before the fork, so that it is done once for all workers */
        return false;
    p.resource_dir = opts->resource_dir ? opts->resource_dir : parse_resource_dir(a);
    pool_init(&p, opts->workers);
    plan_prefixes(&p, &lock);
    for (uint32_t i = 0; i < p.n_slots; i++)
        is_any |= slot_feed(&p, &p.slots[i]);
    while (pool_step(&p))
        continue;
    if (p.prefix_dir)
        prefix_dir_remove(a, p.prefix_dir);
    close_fd(&lock);
    if (!is_any)
        return err_set(err, "cannot start a worker process: %s", strerror(p.start_errno));
    finish_unserved(&p);
    return true;
}
