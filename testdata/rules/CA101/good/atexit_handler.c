// why: a handler registered with atexit() runs when the loop is over
#include <event2/event.h>
#include <stdlib.h>
#include <unistd.h>

static void save(void)
{
    fsync(1);
    sleep(1);
}

static void on_tick(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what;
    event_base_loopbreak(arg);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct timeval tv = {1, 0};

    atexit(save);
    event_add(evtimer_new(base, on_tick, base), &tv);
    return event_base_dispatch(base);
}
