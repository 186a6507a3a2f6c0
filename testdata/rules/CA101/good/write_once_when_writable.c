// why: one write() in a write callback goes into the free buffer space that made it writable
#include <event2/event.h>
#include <sys/socket.h>
#include <unistd.h>

struct out {
    struct event *ev;
    const char *data;
    size_t left;
};

static void on_writable(evutil_socket_t fd, short what, void *arg)
{
    struct out *o = arg;
    ssize_t n = write(fd, o->data, o->left);

    (void)what;
    if (n > 0) {
        o->data += n;
        o->left -= (size_t)n;
    }
    if (n < 0 || o->left == 0)
        event_del(o->ev);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct out o = {NULL, "hello\n", 6};
    int fds[2];

    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds) != 0)
        return 1;
    o.ev = event_new(base, fds[0], EV_WRITE | EV_PERSIST, on_writable, &o);
    event_add(o.ev, NULL);
    return event_base_dispatch(base);
}
