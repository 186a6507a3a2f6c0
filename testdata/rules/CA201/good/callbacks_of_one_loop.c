// why: libevent: two timers of one loop count the same variable, but never at the same time
#include <event2/event.h>

static struct event *slow, *fast;
static int turns;

static void on_fast(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what, (void)arg;
    turns++;
}

static void on_slow(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what;
    if (turns > 3)
        event_base_loopbreak(arg);
    turns += 2;
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct timeval soon = { 0, 1000 }, later = { 0, 3000 };

    turns = 1;
    fast = event_new(base, -1, EV_PERSIST, on_fast, NULL);
    slow = event_new(base, -1, EV_PERSIST, on_slow, base);
    event_add(fast, &soon);
    event_add(slow, &later);
    event_base_dispatch(base);
    event_free(fast);
    event_free(slow);
    event_base_free(base);
    return turns == 0;
}
