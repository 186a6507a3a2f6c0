// why: a thin wrapper passes its parameter on to event_new(): it registers too
#include <event2/event.h>
#include <stdio.h>
#include <unistd.h>

static struct event_base *base;

static int every(int seconds, event_callback_fn fn, void *arg)
{
    struct timeval tv = {seconds, 0};
    struct event *ev = event_new(base, -1, EV_PERSIST, fn, arg);

    return ev ? event_add(ev, &tv) : -1;
}

static void flush_stats(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what;
    fsync(*(int *)arg); // expect: CA101
}

int main(void)
{
    int fd = 1;

    base = event_base_new();
    if (every(60, flush_stats, &fd) != 0)
        return 1;
    return event_base_dispatch(base);
}
