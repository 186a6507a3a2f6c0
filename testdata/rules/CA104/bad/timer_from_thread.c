// why: a worker thread starts a timer of the main loop to say that it is done
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

static uv_timer_t done_timer;

static void on_done(uv_timer_t *t)
{
    uv_stop(t->loop);
}

static void *work(void *arg)
{
    sleep(1);
    uv_timer_start(&done_timer, on_done, 0, 0); // expect: CA104
    return arg;
}

int main(void)
{
    pthread_t t;
    uv_timer_init(uv_default_loop(), &done_timer);
    if (pthread_create(&t, NULL, work, NULL))
        return 1;
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    return pthread_join(t, NULL);
}
