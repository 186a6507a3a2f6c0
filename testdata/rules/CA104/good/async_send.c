// why: the thread only wakes the loop, by the one call that may be made anywhere
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

static uv_async_t wake;
static uv_timer_t timer;

static void on_timer(uv_timer_t *t)
{
    uv_stop(t->loop);
}

static void on_wake(uv_async_t *a)
{
    (void)a;
    uv_timer_start(&timer, on_timer, 0, 0);
}

static void *work(void *arg)
{
    sleep(1);
    uv_async_send(&wake);
    return arg;
}

int main(void)
{
    pthread_t t;
    uv_timer_init(uv_default_loop(), &timer);
    uv_async_init(uv_default_loop(), &wake, on_wake);
    if (pthread_create(&t, NULL, work, NULL))
        return 1;
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    return pthread_join(t, NULL);
}
