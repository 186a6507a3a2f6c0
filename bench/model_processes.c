/*
 * A process for each task, at most so many at a time, and the pool: processes made once that take
 * tasks from a socket, or from a queue in memory that they share.
 */
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/procpool.h"
#include "bench/queue.h"

/* ---- one for each task ---- */

/* Waits for any child; which worker it was. */
static uint32_t reap_worker(struct run *r, const pid_t *pids)
{
    pid_t pid = 0;
    (void)run_reap(r, -1, &pid); /* a task that was not done has no result */
    uint32_t worker = 0;
    while (worker < r->p.concurrency && pids[worker] != pid)
        worker++;
    ASSERT(worker < r->p.concurrency);
    return worker;
}

bool model_processes(struct run *r)
{
    uint32_t alive = 0;
    pid_t *pids = calloc(r->p.concurrency, sizeof *pids);
    if (!pids)
        out_of_memory();
    run_begin(r);
    for (uint32_t task = 0; task < r->p.tasks; task++) {
        uint32_t worker = alive < r->p.concurrency ? alive++ : reap_worker(r, pids);
        uint64_t start = now_ns();
        pids[worker] = run_fork(r);
        if (pids[worker] == 0) {
            run_task_done(r, task, start, work_do(&r->work, task, worker));
            _exit(0);
        }
        if (pids[worker] < 0)
            return run_fail(r, "cannot make the process of task %u: %s", task + 1, strerror(errno));
    }
    while (alive-- > 0)
        (void)reap_worker(r, pids);
    run_end(r);
    free(pids);
    return true;
}

/* ---- the pool ---- */

static bool by_socket(struct run *r)
{
    struct procpool pool;
    uint32_t sent = 0, task;
    bool ok;
    if (!procpool_start(&pool, r, r->p.concurrency, false))
        return false;
    run_begin(r);
    while (sent < r->p.tasks || pool.away > 0) {
        struct pollfd wait = {.fd = pool.fd, .events = POLLIN};
        bool full = false;
        while (sent < r->p.tasks && pool.away < pool.window && !full) {
            full = !procpool_send(&pool, r, sent);
            sent += !full;
        }
        if (full)
            wait.events |= POLLOUT;
        (void)poll(&wait, 1, -1);
        while (procpool_receive(&pool, &task, &ok))
            continue;
    }
    run_end(r);
    procpool_end(&pool, r);
    return true;
}

static bool by_memory(struct run *r)
{
    uint32_t n = r->p.concurrency;
    struct queue *q = queue_new(n);
    run_guard_children(r, true);
    for (uint32_t i = 0; i < n; i++) {
        pid_t pid = run_fork(r);
        if (pid == 0) {
            queue_work(q, r, i);
            _exit(0);
        }
        if (pid < 0)
            return run_fail(r, "cannot make worker process %u: %s", i + 1, strerror(errno));
    }
    queue_drain(q); /* all are there */
    run_begin(r);
    for (uint32_t task = 0; task < r->p.tasks; task++)
        queue_put(q, task);
    queue_drain(q);
    run_end(r);
    run_guard_children(r, false);
    queue_close(q);
    for (uint32_t i = 0; i < n; i++)
        (void)run_reap(r, -1, NULL);
    queue_free(q);
    return true;
}

bool model_process_pool(struct run *r)
{
    return strcmp(r->p.variant, "shm") == 0 ? by_memory(r) : by_socket(r);
}
