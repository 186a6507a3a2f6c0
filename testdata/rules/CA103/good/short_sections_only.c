// why: the other side holds the lock for a few instructions
#include <uv.h>

static uv_mutex_t lock;
static int n;

static void worker(void *arg)
{
    (void)arg;
    for (;;) {
        uv_mutex_lock(&lock);
        n++;
        uv_mutex_unlock(&lock);
    }
}

static void on_timer(uv_timer_t *t)
{
    (void)t;
    uv_mutex_lock(&lock);
    n = 0;
    uv_mutex_unlock(&lock);
}

int main(void)
{
    uv_thread_t t;
    uv_timer_t timer;

    uv_mutex_init(&lock);
    uv_thread_create(&t, worker, NULL);
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
