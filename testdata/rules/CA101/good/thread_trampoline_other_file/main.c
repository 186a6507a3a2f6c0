#include "thread.h"

#include <ev.h>
#include <netdb.h>
#include <unistd.h>

static void refresh(void *arg)
{
    struct addrinfo *res = NULL;

    if (getaddrinfo(arg, "80", NULL, &res) == 0)
        freeaddrinfo(res);
    fsync(1);
}

static void on_timer(struct ev_loop *loop, ev_timer *w, int revents)
{
    (void)revents;
    if (thread_start(refresh, w->data) != 0)
        ev_timer_stop(loop, w);
}

int main(void)
{
    struct ev_loop *loop = EV_DEFAULT;
    ev_timer timer;

    ev_timer_init(&timer, on_timer, 1., 60.);
    timer.data = "example.org";
    ev_timer_start(loop, &timer);
    ev_run(loop, 0);
    return 0;
}
