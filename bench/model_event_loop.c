/* One thread that waits for all tasks at once. */
#include "bench/loop.h"

bool model_event_loop(struct run *r)
{
    struct loop_share all = {.first = 0, .step = 1, .slots = r->p.concurrency};
    run_begin(r);
    if (!loop_uv_tasks(r, &all))
        return false;
    run_end(r);
    return true;
}
