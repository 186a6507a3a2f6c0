// why: a callback that waits with its own select() for one peer keeps the whole loop waiting
#include <event2/event.h>
#include <sys/select.h>

static int wait_writable(int fd)
{
    fd_set set;

    FD_ZERO(&set);
    FD_SET(fd, &set);
    return select(fd + 1, NULL, &set, NULL, NULL) > 0; // expect: CA101
}

static void on_tick(evutil_socket_t fd, short what, void *arg)
{
    int *peer = arg;

    (void)fd, (void)what;
    if (!wait_writable(*peer))
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
