// why: the lock is taken before the loop runs; no callback needs it
#include <unistd.h>
#include <uv.h>

static uv_mutex_t lock;
static int n, ticks;

static void syncer(void *arg)
{
    for (;;) {
        uv_mutex_lock(&lock);
        fsync(*(int *)arg);
        n++;
        uv_mutex_unlock(&lock);
    }
}

static void on_timer(uv_timer_t *t)
{
    (void)t;
    ticks++;
}

int main(void)
{
    static int fd = 1;
    uv_thread_t t;
    uv_timer_t timer;

    uv_mutex_init(&lock);
    uv_thread_create(&t, syncer, &fd);
    uv_mutex_lock(&lock);
    n = 0;
    uv_mutex_unlock(&lock);
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
