// why: the loop calls ev->handler; which functions that can be is decided by assignments elsewhere
#include <netdb.h>
#include <stddef.h>
#include <sys/epoll.h>
#include <sys/socket.h>

struct event {
    void (*handler)(struct event *ev);
    void *data;
    int fd;
};

struct connection {
    struct event read, write;
    char host[64];
};

static void upstream_resolve(struct event *ev)
{
    struct connection *c = ev->data;
    struct addrinfo *res = NULL;

    if (getaddrinfo(c->host, "80", NULL, &res) == 0) // expect: CA101
        freeaddrinfo(res);
}

static void read_request(struct event *ev)
{
    struct connection *c = ev->data;

    if (recv(ev->fd, c->host, sizeof(c->host) - 1, MSG_DONTWAIT) > 0)
        c->write.handler = upstream_resolve;
}

static void init_connection(struct connection *c, int fd)
{
    c->read.handler = read_request;
    c->read.data = c->write.data = c;
    c->read.fd = c->write.fd = fd;
}

static void process_events(int ep)
{
    struct epoll_event list[64];
    int n = epoll_wait(ep, list, 64, -1);

    for (int i = 0; i < n; i++) {
        struct event *ev = list[i].data.ptr;

        ev->handler(ev);
    }
}

int main(void)
{
    static struct connection c;
    int ep = epoll_create1(0);

    init_connection(&c, 0);
    for (;;)
        process_events(ep);
}
