// why: a helper thread prepares handles and is joined before the loop runs
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

static uv_timer_t timer;

static void on_timer(uv_timer_t *t)
{
    uv_stop(t->loop);
}

static void *prepare(void *arg)
{
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 100, 0);
    return arg;
}

int main(void)
{
    pthread_t t;
    if (pthread_create(&t, NULL, prepare, NULL))
        return 1;
    pthread_join(t, NULL);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
