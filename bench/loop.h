/*
 * Event loops that do a share of a run's tasks: on libuv, or by hand on epoll. A task that the loop
 * cannot wait for without blocking, it does in a callback, as careless programs do, or hands to the
 * executor.
 */
#ifndef BENCH_LOOP_H
#define BENCH_LOOP_H

#include "bench/run.h"

struct procpool;

enum loop_executor {
    EXECUTOR_NONE,
    EXECUTOR_THREADS,   /* libuv's pool */
    EXECUTOR_PROCESSES, /* share->pool */
};

struct loop_share {
    uint32_t first, step; /* tasks first, first + step, ... below run->p.tasks */
    uint32_t slots;       /* so many under way at once */
    enum loop_executor executor; /* where work goes that would hold up the loop */
    struct procpool *pool;
};

/* After run_begin, before run_end. false: run_fail has said why. */
MUST_USE bool loop_uv_tasks(struct run *r, const struct loop_share *share);
MUST_USE bool loop_epoll_tasks(struct run *r, const struct loop_share *share); /* no executor */

#endif
