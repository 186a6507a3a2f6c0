// why: the framework's source is in the tree; its two loops run on two threads, and one callback is
// on both
#include "uv.h"

#include <pthread.h>
#include <stdio.h>

static int ticks;

static void on_tick(uv_timer_t *timer)
{
    (void)timer;
    ticks++; // expect: CA201
}

static void *run_heart(void *arg)
{
    uv_loop_t loop;
    uv_timer_t timer;

    uv_loop_init(&loop);
    uv_timer_init(&loop, &timer);
    uv_timer_start(&timer, on_tick, 10, 10);
    uv_run(&loop, UV_RUN_DEFAULT);
    return arg;
}

int main(void)
{
    uv_timer_t timer;
    pthread_t heart;

    if (pthread_create(&heart, NULL, run_heart, NULL) != 0)
        return 1;
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_tick, 10, 10);
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    pthread_join(heart, NULL);
    printf("%d ticks\n", ticks);
    return 0;
}
