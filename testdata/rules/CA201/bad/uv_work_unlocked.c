// why: libuv: the work callback runs on a pool thread and counts what a timer on the loop reads
#include <stdio.h>
#include <uv.h>

static int hashed;
static uv_timer_t ticker;

static void hash_file(uv_work_t *req)
{
    (void)req;
    for (int i = 0; i < 1000; i++)
        hashed++; // expect: CA201
}

static void on_hashed(uv_work_t *req, int status)
{
    (void)req, (void)status;
    uv_timer_stop(&ticker);
}

static void on_tick(uv_timer_t *timer)
{
    (void)timer;
    printf("%d hashed\n", hashed);
}

int main(void)
{
    uv_loop_t *loop = uv_default_loop();
    static uv_work_t jobs[2];

    uv_timer_init(loop, &ticker);
    uv_timer_start(&ticker, on_tick, 0, 1);
    for (int i = 0; i < 2; i++)
        uv_queue_work(loop, &jobs[i], hash_file, on_hashed);
    return uv_run(loop, UV_RUN_DEFAULT);
}
