// why: the descriptor is ready, that is why the callback runs: one read does not block
#include <event2/event.h>
#include <sys/socket.h>
#include <unistd.h>

struct client {
    struct event *ev;
    char buf[4096];
    size_t used;
};

static void on_readable(evutil_socket_t fd, short what, void *arg)
{
    struct client *c = arg;
    ssize_t n;

    (void)what;
    n = read(fd, c->buf + c->used, sizeof(c->buf) - c->used);
    if (n <= 0) {
        event_free(c->ev);
        close(fd);
        return;
    }
    c->used += (size_t)n;
}

int main(void)
{
    static struct client c;
    struct event_base *base = event_base_new();
    int fds[2];

    if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) != 0)
        return 1;
    c.ev = event_new(base, fds[0], EV_READ | EV_PERSIST, on_readable, &c);
    event_add(c.ev, NULL);
    return event_base_dispatch(base);
}
