// why: two files have a static function of the same name; the one that waits runs on a thread
#include <pthread.h>
#include <uv.h>

void *archiver(void *arg);

static int flushed;

static void flush(void)
{
    flushed++;
}

static void on_timer(uv_timer_t *timer)
{
    flush();
    uv_timer_again(timer);
}

int main(void)
{
    uv_timer_t timer;
    pthread_t t;

    pthread_create(&t, NULL, archiver, NULL);
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    return pthread_join(t, NULL);
}
