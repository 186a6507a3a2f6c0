// why: callbacks are registered through the program's own function, which knows libevent
#include "loop.h"

#include <event2/event.h>
#include <stdlib.h>

struct watch {
    watch_fn fn;
    void *arg;
    struct event *ev;
};

static struct event_base *base;

static void trampoline(evutil_socket_t fd, short what, void *arg)
{
    struct watch *w = arg;

    (void)what;
    w->fn(fd, w->arg);
}

int loop_watch(int fd, watch_fn fn, void *arg)
{
    struct watch *w = calloc(1, sizeof(*w));

    if (!w)
        return -1;
    if (!base)
        base = event_base_new();
    w->fn = fn;
    w->arg = arg;
    w->ev = event_new(base, fd, EV_READ | EV_PERSIST, trampoline, w);
    return event_add(w->ev, NULL);
}

void loop_run(void)
{
    event_base_dispatch(base);
}
