// why: a message goes to all friends of all clients, and each is looked for among all clients: ten thousand times ten thousand
#include <event2/event.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct client {
    int fd, friend_fd;
    unsigned long bytes;
    struct event *ev;
    struct client *next;
};

struct server {
    int fd;
    struct event_base *base;
    struct client *clients;
};

static struct client *find_client(struct server *s, int fd)
{
    struct client *c;
    for (c = s->clients; c != NULL; c = c->next) // expect: CA102
        if (c->fd == fd)
            return c;
    return NULL;
}

static void tell_friends(struct server *s, const char *text, size_t n)
{
    for (struct client *c = s->clients; c != NULL; c = c->next) {
        struct client *friend = find_client(s, c->friend_fd);
        if (friend != NULL && friend->bytes < 65536)
            friend->bytes += n;
        if (text[0] == '.')
            c->bytes = 0;
    }
}

static void on_read(evutil_socket_t fd, short what, void *arg)
{
    struct server *s = arg;
    char buf[512];
    struct client *c = find_client(s, fd);
    ssize_t n = recv(fd, buf, sizeof buf, MSG_DONTWAIT);

    (void)what;
    if (c != NULL && n > 0)
        tell_friends(s, buf, (size_t)n);
}

static void on_connect(evutil_socket_t fd, short what, void *arg)
{
    struct server *s = arg;
    int peer = accept4(fd, NULL, NULL, SOCK_NONBLOCK);
    struct client *c;

    (void)what;
    if (peer < 0)
        return;
    if (!(c = calloc(1, sizeof *c))) {
        close(peer);
        return;
    }
    c->fd = peer;
    c->ev = event_new(s->base, peer, EV_READ | EV_PERSIST, on_read, s);
    c->next = s->clients;
    s->clients = c;
    event_add(c->ev, NULL);
}

int main(void)
{
    static struct server server;
    server.base = event_base_new();
    server.fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    listen(server.fd, 128);
    struct event *ev = event_new(server.base, server.fd, EV_READ | EV_PERSIST, on_connect, &server);
    event_add(ev, NULL);
    return event_base_dispatch(server.base);
}
