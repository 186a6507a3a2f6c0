// why: readiness promises one read; a loop until end of file on a blocking descriptor waits for the
//      rest
#include <event2/event.h>
#include <unistd.h>

static void on_readable(evutil_socket_t fd, short what, void *arg)
{
    size_t *total = arg;
    char buf[4096];
    ssize_t n;

    (void)what;
    while ((n = read(fd, buf, sizeof(buf))) > 0) // expect: CA101
        *total += (size_t)n;
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct event *ev;
    size_t total = 0;
    int fds[2];

    if (pipe(fds) != 0)
        return 1;
    ev = event_new(base, fds[0], EV_READ | EV_PERSIST, on_readable, &total);
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
