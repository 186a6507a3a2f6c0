/*
 * A thread for each task, at most so many at a time, and the pool: threads made once that take
 * tasks from a bounded queue.
 */
#include <errno.h>
#include <semaphore.h>
#include <stdlib.h>
#include <string.h>

#include "bench/queue.h"

/* ---- one for each task ---- */

struct threads {
    struct run *run;
    sem_t free; /* how many more may be made */
};

struct thread {
    struct threads *all;
    uint64_t start_ns;
    uint32_t task, worker;
};

static void wait_for(sem_t *s)
{
    while (sem_wait(s) != 0)
        ASSERT(errno == EINTR);
}

static void *thread_main(void *arg)
{
    struct thread t = *(struct thread *)arg;
    struct run *r = t.all->run;
    free(arg);
    run_task_done(r, t.task, t.start_ns, work_do(&r->work, t.task, t.worker));
    run_threads(r, -1);
    (void)sem_post(&t.all->free);
    return NULL;
}

bool model_threads(struct run *r)
{
    struct threads all = {.run = r};
    int rc = sem_init(&all.free, 0, r->p.concurrency);
    ASSERT(rc == 0);
    run_begin(r);
    for (uint32_t task = 0; task < r->p.tasks; task++) {
        wait_for(&all.free);
        struct thread *t = malloc(sizeof *t);
        if (!t)
            out_of_memory();
        *t = (struct thread){&all, now_ns(), task, task % r->p.concurrency};
        if (!run_thread(r, thread_main, t)) {
            free(t);
            return run_fail(r, "cannot make the thread of task %u: %s", task + 1, strerror(errno));
        }
    }
    for (uint32_t i = 0; i < r->p.concurrency; i++)
        wait_for(&all.free);
    run_end(r);
    return true;
}

/* ---- the pool ---- */

struct pool_thread {
    struct run *run;
    struct queue *queue;
    uint32_t worker;
};

static void *pool_main(void *arg)
{
    struct pool_thread *t = arg;
    queue_work(t->queue, t->run, t->worker);
    return NULL;
}

/* The threads are left to the end of the process: it is next. */
bool model_thread_pool(struct run *r)
{
    uint32_t n = r->p.concurrency;
    struct queue *q = queue_new(n);
    struct pool_thread *threads = calloc(n, sizeof *threads);
    if (!threads)
        out_of_memory();
    for (uint32_t i = 0; i < n; i++) {
        threads[i] = (struct pool_thread){r, q, i};
        if (!run_thread(r, pool_main, &threads[i]))
            return run_fail(r, "cannot make thread %u of the pool: %s", i + 1, strerror(errno));
    }
    queue_drain(q); /* all are there */
    run_begin(r);
    for (uint32_t task = 0; task < r->p.tasks; task++)
        queue_put(q, task);
    queue_drain(q);
    run_end(r);
    queue_close(q);
    return true;
}
