// why: each thread has a loop of its own, and uses only that
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

static void on_timer(uv_timer_t *t)
{
    uv_timer_stop(t);
    uv_close((uv_handle_t *)t, NULL);
}

static void *thread_main(void *arg)
{
    uv_loop_t loop;
    uv_timer_t timer;
    uv_loop_init(&loop);
    uv_timer_init(&loop, &timer);
    uv_timer_start(&timer, on_timer, 1000, 0);
    uv_run(&loop, UV_RUN_DEFAULT);
    uv_loop_close(&loop);
    return arg;
}

int main(void)
{
    pthread_t t[4];
    for (int i = 0; i < 4; i++)
        if (pthread_create(&t[i], NULL, thread_main, NULL))
            return 1;
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
