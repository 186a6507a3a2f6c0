#include "uv.h"

#include <stddef.h>

static uv_loop_t default_loop;

uv_loop_t *uv_default_loop(void)
{
    return &default_loop;
}

int uv_loop_init(uv_loop_t *loop)
{
    loop->timers = NULL;
    loop->is_stopped = 0;
    return 0;
}

int uv_timer_init(uv_loop_t *loop, uv_timer_t *timer)
{
    timer->loop = loop;
    timer->turns = 3;
    return 0;
}

int uv_timer_start(uv_timer_t *timer, uv_timer_cb cb, unsigned long after, unsigned long again)
{
    (void)after;
    (void)again;
    timer->cb = cb;
    timer->next = timer->loop->timers;
    timer->loop->timers = timer;
    return 0;
}

static int run_timers(uv_loop_t *loop)
{
    int n = 0;

    for (uv_timer_t *t = loop->timers; t != NULL; t = t->next) {
        if (t->turns == 0)
            continue;
        t->turns--;
        t->cb(t);
        n++;
    }
    return n;
}

int uv_run(uv_loop_t *loop, uv_run_mode mode)
{
    int n;

    do
        n = run_timers(loop);
    while (mode == UV_RUN_DEFAULT && n > 0);
    return n;
}
