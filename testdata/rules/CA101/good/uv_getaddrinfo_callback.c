// why: the loop's own resolver with a callback does its work on the thread pool
#include <netdb.h>
#include <stdlib.h>
#include <uv.h>

static void on_resolved(uv_getaddrinfo_t *req, int status, struct addrinfo *res)
{
    if (status == 0)
        uv_freeaddrinfo(res);
    free(req);
}

static void on_timer(uv_timer_t *timer)
{
    uv_getaddrinfo_t *req = malloc(sizeof(*req));

    if (uv_getaddrinfo(timer->loop, req, on_resolved, "example.org", "80", NULL) != 0)
        free(req);
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
