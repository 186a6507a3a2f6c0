#include "pool.h"

#include <netdb.h>
#include <uv.h>

static void lookup(void *arg)
{
    struct addrinfo *res = NULL;

    if (getaddrinfo(arg, NULL, NULL, &res) == 0)
        freeaddrinfo(res);
}

static void on_timer(uv_timer_t *timer)
{
    if (pool_submit(lookup, timer->data) != 0)
        uv_timer_stop(timer);
}

int main(void)
{
    uv_timer_t timer;

    if (pool_start(4) != 0)
        return 1;
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = "example.org";
    uv_timer_start(&timer, on_timer, 0, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
