/*
 * A process for each processor, made before the work comes, and in each a loop, or threads where a
 * loop could not wait. Every process has a fixed share of the tasks, as connections spread over
 * processes that accept on the same port.
 */
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/loop.h"

struct team {
    struct run *run;
    uint32_t n, slots; /* processes; tasks at once in each */
    int go[2], done[2], leave[2]; /* start and end of the work: the master closes; answers */
};

struct member {
    struct run *run;
    _Atomic uint32_t next; /* first task of this process that no thread has taken */
    uint32_t step;
};

static void *thread_main(void *arg)
{
    struct member *m = arg;
    uint32_t task;
    while ((task = atomic_fetch_add(&m->next, m->step)) < m->run->p.tasks) {
        uint64_t start = now_ns();
        run_task_done(m->run, task, start, work_do(&m->run->work, task, 0));
    }
    return NULL;
}

static bool use_threads(struct team *t, uint32_t member)
{
    struct member m = {.run = t->run, .next = member, .step = t->n};
    pthread_t *threads = calloc(t->slots, sizeof *threads);
    if (!threads)
        out_of_memory();
    for (uint32_t i = 0; i < t->slots; i++) {
        int rc = pthread_create(&threads[i], NULL, thread_main, &m);
        if (rc != 0)
            return run_fail(t->run, "cannot make thread %u of a process: %s", i + 1, strerror(rc));
        run_threads(t->run, 1);
    }
    for (uint32_t i = 0; i < t->slots; i++) {
        (void)pthread_join(threads[i], NULL);
        run_threads(t->run, -1);
    }
    free(threads);
    return true;
}

static bool use_loop(struct team *t, uint32_t member)
{
    struct loop_share share = {.first = member, .step = t->n, .slots = t->slots};
    return loop_uv_tasks(t->run, &share);
}

static void wait_for_end(int fd)
{
    char byte;
    while (read(fd, &byte, 1) < 0 && errno == EINTR)
        continue;
}

NORETURN static void member_main(struct team *t, uint32_t member)
{
    bool loop = work_loop_waits(t->run->p.workload) && t->run->p.variant[0] == '\0';
    (void)close(t->go[1]);
    (void)close(t->leave[1]);
    wait_for_end(t->go[0]);
    bool ok = loop ? use_loop(t, member) : use_threads(t, member);
    if (!ok || write(t->done[1], "", 1) != 1)
        _exit(1);
    wait_for_end(t->leave[0]);
    _exit(0);
}

bool model_hybrid(struct run *r)
{
    uint32_t cores = run_cores(r);
    struct team t = {.run = r, .n = cores > 2 ? cores : 2};
    if (t.n > r->p.concurrency)
        t.n = r->p.concurrency;
    t.slots = r->p.concurrency / t.n;
    if (pipe(t.go) != 0 || pipe(t.done) != 0 || pipe(t.leave) != 0)
        return run_fail(r, "pipe: %s", strerror(errno));
    run_guard_children(r, true);
    for (uint32_t i = 0; i < t.n; i++) {
        pid_t pid = run_fork(r);
        if (pid == 0)
            member_main(&t, i);
        if (pid < 0)
            return run_fail(r, "cannot make worker process %u: %s", i + 1, strerror(errno));
    }
    run_begin(r);
    (void)close(t.go[1]);
    for (uint32_t i = 0; i < t.n; i++)
        wait_for_end(t.done[0]);
    run_end(r);
    run_guard_children(r, false);
    (void)close(t.leave[1]);
    for (uint32_t i = 0; i < t.n; i++)
        (void)run_reap(r, -1, NULL);
    return true;
}
