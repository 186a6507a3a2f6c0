/* A loop for the waits, and a pool for what would hold it up: libuv's threads, or processes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/loop.h"
#include "bench/procpool.h"

enum { UV_POOL_MAX = 1024 };

/* Computing gains nothing from more workers than processors; blocking needs one for each wait. */
static uint32_t pool_size(const struct run *r)
{
    bool blocks = r->p.workload == WORK_LEGACY_IO || r->p.workload == WORK_DISK_IO;
    uint32_t n = blocks ? r->p.concurrency : run_cores(r);
    return n < UV_POOL_MAX ? n : UV_POOL_MAX;
}

bool model_loop_executor(struct run *r)
{
    struct loop_share all = {.step = 1, .slots = r->p.concurrency, .executor = EXECUTOR_THREADS};
    struct procpool pool;
    char text[16];
    uint32_t n = pool_size(r);
    if (strcmp(r->p.variant, "process-pool") == 0) {
        all.executor = EXECUTOR_PROCESSES;
        all.pool = &pool;
        if (!procpool_start(&pool, r, n, work_loop_waits(r->p.workload)))
            return false;
    } else {
        (void)snprintf(text, sizeof text, "%u", n);
        if (setenv("UV_THREADPOOL_SIZE", text, 1) != 0)
            out_of_memory();
        if (r->p.workload != WORK_IO_WAIT)
            run_threads(r, (int32_t)n); /* made when the first job comes */
    }
    run_begin(r);
    if (!loop_uv_tasks(r, &all))
        return false;
    run_end(r);
    if (all.pool)
        procpool_end(all.pool, r);
    return true;
}
