// why: the after-work callback is back on the loop: pausing there pauses everybody
#include <stdlib.h>
#include <unistd.h>
#include <uv.h>

static void crunch(uv_work_t *work)
{
    int *n = work->data;

    *n += 1;
}

static void after_crunch(uv_work_t *work, int status)
{
    if (status == UV_ECANCELED)
        return;
    sleep(1); // expect: CA101
    free(work);
}

static void on_idle(uv_idle_t *idle)
{
    static int counter;
    uv_work_t *work = malloc(sizeof(*work));

    work->data = &counter;
    uv_queue_work(idle->loop, work, crunch, after_crunch);
    uv_idle_stop(idle);
}

int main(void)
{
    uv_idle_t idle;

    uv_idle_init(uv_default_loop(), &idle);
    uv_idle_start(&idle, on_idle);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
