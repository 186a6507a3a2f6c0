// why: the reading function stops when its buffer is full, and says so like at the end of the data
#include <event2/event.h>
#include <sys/socket.h>

struct conn {
    int fd;
    char buf[4096];
    size_t used;
    unsigned long lines;
};

static ssize_t conn_fill(struct conn *c)
{
    if (c->used == sizeof c->buf)
        return 0;
    ssize_t n = recv(c->fd, c->buf + c->used, sizeof c->buf - c->used, MSG_DONTWAIT);
    if (n > 0)
        c->used += (size_t)n;
    return n;
}

static void count_lines(struct conn *c)
{
    for (size_t i = 0; i < c->used; i++)
        c->lines += c->buf[i] == '\n';
}

static void on_read(evutil_socket_t fd, short what, void *arg)
{
    struct conn *c = arg;

    (void)fd;
    (void)what;
    while (conn_fill(c) > 0)
        count_lines(c);
    c->used = 0;
}

int main(void)
{
    static struct conn conn;
    struct event_base *base = event_base_new();
    conn.fd = socket(AF_INET, SOCK_STREAM, 0);
    struct event *ev = event_new(base, conn.fd, EV_READ | EV_PERSIST, on_read, &conn);
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
