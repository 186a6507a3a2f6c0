// why: without a callback the same libuv function resolves on the spot
#include <netdb.h>
#include <uv.h>

static void on_timer(uv_timer_t *timer)
{
    uv_getaddrinfo_t req;

    if (uv_getaddrinfo(timer->loop, &req, NULL, "example.org", "80", NULL) == 0) // expect: CA101
        uv_freeaddrinfo(req.addrinfo);
}

int main(void)
{
    uv_loop_t loop;
    uv_timer_t timer;

    uv_loop_init(&loop);
    uv_timer_init(&loop, &timer);
    uv_timer_start(&timer, on_timer, 0, 60000);
    uv_run(&loop, UV_RUN_DEFAULT);
    return uv_loop_close(&loop);
}
