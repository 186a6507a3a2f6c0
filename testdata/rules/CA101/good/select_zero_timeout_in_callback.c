// why: select() with a time-out of zero only looks
#include <event2/event.h>
#include <sys/select.h>

static int is_writable(int fd)
{
    struct timeval now = {0, 0};
    fd_set set;

    FD_ZERO(&set);
    FD_SET(fd, &set);
    return select(fd + 1, NULL, &set, NULL, &now) > 0;
}

static void on_tick(evutil_socket_t fd, short what, void *arg)
{
    int *peer = arg;

    (void)fd, (void)what;
    if (!is_writable(*peer))
        *peer = -1;
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct timeval second = {1, 0};
    int peer = 1;

    event_add(event_new(base, -1, EV_PERSIST, on_tick, &peer), &second);
    return event_base_dispatch(base);
}
