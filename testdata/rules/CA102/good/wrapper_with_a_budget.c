// why: the reading function counts what it may still take in this turn, and then says that there is no more
#include <event2/event.h>
#include <sys/socket.h>

struct conn {
    int fd, budget;
    unsigned long sum;
};

static ssize_t conn_read(struct conn *c, char *buf, size_t n)
{
    ssize_t got = recv(c->fd, buf, n, MSG_DONTWAIT);
    if (--c->budget < 0)
        return -1;
    return got;
}

static void handle(struct conn *c, const char *data, ssize_t n)
{
    for (ssize_t i = 0; i < n; i++)
        c->sum = c->sum * 31 + (unsigned char)data[i];
}

static void on_read(evutil_socket_t fd, short what, void *arg)
{
    struct conn *c = arg;
    char buf[4096];
    ssize_t n;

    (void)fd;
    (void)what;
    c->budget = 16;
    while ((n = conn_read(c, buf, sizeof buf)) > 0)
        handle(c, buf, n);
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
