// why: the callback that sends what is queued makes its own event active again even when the queue is empty
#include <event2/event.h>
#include <sys/socket.h>

struct out {
    int fd;
    struct event *flush;
    char queue[4096];
    size_t n;
};

static void on_flush(evutil_socket_t fd, short what, void *arg)
{
    struct out *o = arg;

    (void)fd;
    (void)what;
    if (o->n > 0) {
        send(o->fd, o->queue, o->n, MSG_DONTWAIT);
        o->n = 0;
    }
    event_active(o->flush, EV_TIMEOUT, 0); // expect: CA304
}

static void on_read(evutil_socket_t fd, short what, void *arg)
{
    struct out *o = arg;
    ssize_t n = recv(fd, o->queue, sizeof o->queue, MSG_DONTWAIT);

    (void)what;
    if (n > 0)
        o->n = (size_t)n;
}

int main(void)
{
    static struct out out;
    struct event_base *base = event_base_new();

    out.fd = socket(AF_INET, SOCK_DGRAM, 0);
    out.flush = event_new(base, -1, 0, on_flush, &out);
    event_active(out.flush, EV_TIMEOUT, 0);
    event_add(event_new(base, out.fd, EV_READ | EV_PERSIST, on_read, &out), NULL);
    return event_base_dispatch(base);
}
