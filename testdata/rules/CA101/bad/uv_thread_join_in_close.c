// why: joining a worker from a loop callback waits until the worker has finished its job
#include <uv.h>

static uv_thread_t worker;
static uv_async_t stop;

static void work(void *arg)
{
    (void)arg;
}

static void on_stop(uv_async_t *async)
{
    uv_thread_join(&worker); // expect: CA101
    uv_close((uv_handle_t *)async, NULL);
}

int main(void)
{
    uv_async_init(uv_default_loop(), &stop, on_stop);
    uv_thread_create(&worker, work, NULL);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
