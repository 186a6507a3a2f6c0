// why: five calls and five files lie between the callback and the call that waits
#include <event2/event.h>

#include "steps.h"

static void on_tick(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what;
    session_expire(arg);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct timeval tv = {30, 0};
    static struct session s = {.log = "sessions.log", .state = 1};

    event_add(event_new(base, -1, EV_PERSIST, on_tick, &s), &tv);
    return event_base_dispatch(base);
}
