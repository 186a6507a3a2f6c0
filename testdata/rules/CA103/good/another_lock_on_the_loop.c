// why: the loop takes another lock than the one that is held across the wait
#include <unistd.h>
#include <uv.h>

static uv_mutex_t disk_lock, state_lock;
static int n;

static void syncer(void *arg)
{
    for (;;) {
        uv_mutex_lock(&disk_lock);
        fsync(*(int *)arg);
        uv_mutex_unlock(&disk_lock);
        uv_mutex_lock(&state_lock);
        n++;
        uv_mutex_unlock(&state_lock);
    }
}

static void on_timer(uv_timer_t *t)
{
    (void)t;
    uv_mutex_lock(&state_lock);
    n = 0;
    uv_mutex_unlock(&state_lock);
}

int main(void)
{
    static int fd = 1;
    uv_thread_t t;
    uv_timer_t timer;

    uv_mutex_init(&disk_lock);
    uv_mutex_init(&state_lock);
    uv_thread_create(&t, syncer, &fd);
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
