/* One thread, one task after the other. */
#include "bench/run.h"

bool model_sequential(struct run *r)
{
    run_begin(r);
    for (uint32_t task = 0; task < r->p.tasks; task++) {
        uint64_t start = now_ns();
        run_task_done(r, task, start, work_do(&r->work, task, 0));
    }
    run_end(r);
    return true;
}
