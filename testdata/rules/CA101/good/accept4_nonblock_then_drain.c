// why: accept4() with SOCK_NONBLOCK: the client socket may be drained until EAGAIN
#include <event2/event.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

struct client {
    struct event *ev;
    size_t seen;
};

static void on_client(evutil_socket_t fd, short what, void *arg)
{
    struct client *c = arg;
    char buf[2048];
    ssize_t n;

    (void)what;
    while ((n = recv(fd, buf, sizeof(buf), 0)) > 0)
        c->seen += (size_t)n;
    if (n == 0) {
        event_free(c->ev);
        close(fd);
        free(c);
    }
}

static void on_listener(evutil_socket_t fd, short what, void *arg)
{
    struct client *c;
    int s = accept4(fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);

    (void)what;
    if (s < 0)
        return;
    c = calloc(1, sizeof(*c));
    c->ev = event_new(arg, s, EV_READ | EV_PERSIST, on_client, c);
    event_add(c->ev, NULL);
}

int main(void)
{
    struct event_base *base = event_base_new();
    int s = socket(AF_INET, SOCK_STREAM, 0);

    listen(s, 16);
    event_add(event_new(base, s, EV_READ | EV_PERSIST, on_listener, base), NULL);
    return event_base_dispatch(base);
}
