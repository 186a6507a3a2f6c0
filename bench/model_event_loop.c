/* One thread that waits for all tasks at once. */
#include <string.h>

#include "bench/loop.h"

bool model_event_loop(struct run *r)
{
    struct loop_share all = {.first = 0, .step = 1, .slots = r->p.concurrency};
    run_begin(r);
    bool ok = strcmp(r->p.variant, "epoll") == 0 ? loop_epoll_tasks(r, &all)
                                                 : loop_uv_tasks(r, &all);
    if (ok)
        run_end(r);
    return ok;
}
