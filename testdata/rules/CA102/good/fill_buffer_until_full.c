// why: what is left of the buffer gets smaller in each turn, and that ends the loop
#include <event2/event.h>
#include <sys/socket.h>

struct conn {
    char buf[16384];
    size_t used;
};

static void scan(struct conn *c, size_t n)
{
    c->buf[c->used + n - 1] = '\n';
}

static void on_read(evutil_socket_t fd, short what, void *arg)
{
    struct conn *c = arg;
    ssize_t n;

    (void)what;
    while ((n = recv(fd, c->buf + c->used, sizeof c->buf - c->used, MSG_DONTWAIT)) > 0) {
        scan(c, (size_t)n);
        c->used += (size_t)n;
    }
}

int main(void)
{
    static struct conn conn;
    struct event_base *base = event_base_new();
    struct event *ev = event_new(base, 0, EV_READ | EV_PERSIST, on_read, &conn);
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
