// why: heavy work is stated for the job that runs on the pool, where it belongs
#include <stdlib.h>
#include <uv.h>

extern void resize(void *image);

/* concadvise: cpu=30ms concurrency=4 */
static void work(uv_work_t *w)
{
    resize(w->data);
}

static void after(uv_work_t *w, int status)
{
    (void)status;
    free(w);
}

static void on_timer(uv_timer_t *t)
{
    uv_work_t *w = calloc(1, sizeof *w);
    if (w && uv_queue_work(t->loop, w, work, after) != 0)
        free(w);
}

int main(void)
{
    uv_timer_t t;
    uv_timer_init(uv_default_loop(), &t);
    uv_timer_start(&t, on_timer, 100, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
