// why: what one request brought is given back with it; how much that can be is limited when it is read
#include <event2/event.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct header {
    struct header *next;
    char line[128];
};
struct request {
    int fd;
    struct event *ev;
    struct header *headers;
};

static void request_end(struct request *r)
{
    struct header *h, *next;

    for (h = r->headers; h != NULL; h = next) {
        next = h->next;
        free(h);
    }
    event_free(r->ev);
    close(r->fd);
    free(r);
}

static void on_line(evutil_socket_t fd, short what, void *arg)
{
    struct request *r = arg;
    struct header *h = calloc(1, sizeof *h);
    ssize_t n = recv(fd, h->line, sizeof h->line - 1, MSG_DONTWAIT);

    (void)what;
    if (n <= 1) {
        free(h);
        request_end(r);
        return;
    }
    h->next = r->headers;
    r->headers = h;
}

static void on_connect(evutil_socket_t fd, short what, void *arg)
{
    int peer = accept4(fd, NULL, NULL, SOCK_NONBLOCK);
    struct request *r;

    (void)what;
    if (peer < 0)
        return;
    r = calloc(1, sizeof *r);
    r->fd = peer;
    r->ev = event_new(arg, peer, EV_READ | EV_PERSIST, on_line, r);
    event_add(r->ev, NULL);
}

int main(void)
{
    struct event_base *base = event_base_new();
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    listen(fd, 128);
    struct event *ev = event_new(base, fd, EV_READ | EV_PERSIST, on_connect, base);
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
