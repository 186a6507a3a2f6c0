#include "app.h"

uv_timer_t retry;

static void on_retry(uv_timer_t *t)
{
    (void)t;
}

void retry_soon(int ms)
{
    uv_timer_start(&retry, on_retry, (uint64_t)ms, 0); // expect: CA104
}

int main(void)
{
    uv_timer_init(uv_default_loop(), &retry);
    retry_soon(10);
    workers_start();
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
