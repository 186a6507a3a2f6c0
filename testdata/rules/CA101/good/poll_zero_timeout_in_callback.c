// why: poll() with a time-out of zero only looks
#include <ev.h>
#include <poll.h>

static void on_timer(struct ev_loop *loop, ev_timer *w, int revents)
{
    struct pollfd pfd = {.fd = *(int *)w->data, .events = POLLOUT};

    (void)revents;
    if (poll(&pfd, 1, 0) > 0 && (pfd.revents & POLLHUP))
        ev_timer_stop(loop, w);
}

int main(void)
{
    struct ev_loop *loop = EV_DEFAULT;
    static int fd = 1;
    ev_timer timer;

    ev_timer_init(&timer, on_timer, 1., 1.);
    timer.data = &fd;
    ev_timer_start(loop, &timer);
    ev_run(loop, 0);
    return 0;
}
