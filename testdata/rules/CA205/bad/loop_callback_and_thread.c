// why: the timer callback on the loop takes the locks in the other order than the worker thread
#include <pthread.h>
#include <uv.h>

static uv_mutex_t jobs_lock, results_lock;
static int jobs, results;

static void worker(void *arg)
{
    (void)arg;
    for (;;) {
        uv_mutex_lock(&jobs_lock);
        jobs--;
        uv_mutex_lock(&results_lock);
        results++;
        uv_mutex_unlock(&results_lock);
        uv_mutex_unlock(&jobs_lock);
    }
}

static void on_timer(uv_timer_t *t)
{
    (void)t;
    uv_mutex_lock(&results_lock);
    if (results > 0) {
        uv_mutex_lock(&jobs_lock); // expect: CA205
        jobs += results;
        results = 0;
        uv_mutex_unlock(&jobs_lock);
    }
    uv_mutex_unlock(&results_lock);
}

int main(void)
{
    uv_thread_t t;
    uv_timer_t timer;

    uv_mutex_init(&jobs_lock);
    uv_mutex_init(&results_lock);
    uv_thread_create(&t, worker, NULL);
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
