// why: libuv: pool threads and the loop's timer all hold the uv_mutex
#include <stdio.h>
#include <uv.h>

static uv_mutex_t lock;
static int hashed;

static void hash_file(uv_work_t *req)
{
    (void)req;
    for (int i = 0; i < 1000; i++) {
        uv_mutex_lock(&lock);
        hashed++;
        uv_mutex_unlock(&lock);
    }
}

static void on_tick(uv_timer_t *timer)
{
    (void)timer;
    uv_mutex_lock(&lock);
    printf("%d hashed\n", hashed);
    uv_mutex_unlock(&lock);
}

int main(void)
{
    uv_loop_t *loop = uv_default_loop();
    static uv_work_t jobs[2];
    static uv_timer_t ticker;

    uv_mutex_init(&lock);
    uv_timer_init(loop, &ticker);
    uv_timer_start(&ticker, on_tick, 1, 0);
    for (int i = 0; i < 2; i++)
        uv_queue_work(loop, &jobs[i], hash_file, NULL);
    return uv_run(loop, UV_RUN_DEFAULT);
}
