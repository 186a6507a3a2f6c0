// program: loop-executor
#include <stdlib.h>
#include <uv.h>

static void work(uv_work_t *w)
{
    unsigned long *n = w->data;
    for (unsigned long i = 0; i < 10000000; i++)
        *n = *n * 31 + i;
}

static void after(uv_work_t *w, int status)
{
    (void)status;
    free(w->data);
    free(w);
}

static void on_timer(uv_timer_t *t)
{
    uv_work_t *w = calloc(1, sizeof *w);
    w->data = calloc(1, sizeof(unsigned long));
    uv_queue_work(t->loop, w, work, after); // unit: thread-pool
}

int main(void)
{
    uv_timer_t t;
    uv_timer_init(uv_default_loop(), &t);
    uv_timer_start(&t, on_timer, 100, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT); // unit: event-loop
}
