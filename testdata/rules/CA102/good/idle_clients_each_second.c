// why: once a second each client's clock is looked at: a millisecond for ten thousand of them
#include <event2/event.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct client {
    int fd;
    time_t seen;
    int is_idle;
    struct client *next;
};
static struct client *clients;

static void on_second(evutil_socket_t fd, short what, void *arg)
{
    time_t now = time(NULL);

    (void)fd;
    (void)what;
    (void)arg;
    for (struct client *c = clients; c; c = c->next)
        if (now - c->seen > 60)
            c->is_idle = 1;
}

static void on_connect(evutil_socket_t fd, short what, void *arg)
{
    int peer = accept4(fd, NULL, NULL, SOCK_NONBLOCK);
    struct client *c;

    (void)what;
    (void)arg;
    if (peer < 0)
        return;
    c = calloc(1, sizeof *c);
    c->fd = peer;
    c->seen = time(NULL);
    c->next = clients;
    clients = c;
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct timeval second = {1, 0};
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    listen(fd, 128);
    struct event *ev = event_new(base, fd, EV_READ | EV_PERSIST, on_connect, NULL);
    struct event *tick = event_new(base, -1, EV_PERSIST, on_second, NULL);
    event_add(ev, NULL);
    event_add(tick, &second);
    return event_base_dispatch(base);
}
