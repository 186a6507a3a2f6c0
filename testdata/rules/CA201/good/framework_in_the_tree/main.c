// why: the framework's own source calls every callback through one field; who runs it is told by
// its loop
#include "uv.h"

#include <pthread.h>
#include <stdio.h>

static int ticks, beats;

static void on_tick(uv_timer_t *timer)
{
    (void)timer;
    ticks++; /* the main thread's loop only */
}

static void on_beat(uv_timer_t *timer)
{
    (void)timer;
    beats++; /* the other thread's loop only */
}

static void *run_heart(void *arg)
{
    uv_loop_t loop;
    uv_timer_t timer;

    uv_loop_init(&loop);
    uv_timer_init(&loop, &timer);
    uv_timer_start(&timer, on_beat, 10, 10);
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
    printf("%d ticks, %d beats\n", ticks, beats);
    return 0;
}
