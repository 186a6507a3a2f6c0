// why: once uv_run() has returned nobody waits for this thread any more
#include <uv.h>

static uv_thread_t worker;
static uv_async_t stop;

static void work(void *arg)
{
    uv_async_send(arg);
}

static void on_stop(uv_async_t *async)
{
    uv_close((uv_handle_t *)async, NULL);
}

int main(void)
{
    uv_async_init(uv_default_loop(), &stop, on_stop);
    uv_thread_create(&worker, work, &stop);
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    uv_thread_join(&worker);
    return uv_loop_close(uv_default_loop());
}
