// why: on EAGAIN the rest is kept and written when the socket is writable again
#include <errno.h>
#include <event2/event.h>
#include <event2/util.h>
#include <sys/socket.h>
#include <unistd.h>

struct out {
    struct event *writable;
    const char *data;
    size_t left;
};

static void on_writable(evutil_socket_t fd, short what, void *arg)
{
    struct out *o = arg;

    (void)what;
    while (o->left > 0) {
        ssize_t n = write(fd, o->data, o->left);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            break;
        o->data += n;
        o->left -= (size_t)n;
    }
    if (o->left == 0)
        event_del(o->writable);
}

int main(void)
{
    static const char page[65536];
    struct out o = {NULL, page, sizeof(page)};
    struct event_base *base = event_base_new();
    int fds[2];

    if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) < 0)
        return 1;
    evutil_make_socket_nonblocking(fds[0]);
    o.writable = event_new(base, fds[0], EV_WRITE | EV_PERSIST, on_writable, &o);
    event_add(o.writable, NULL);
    return event_base_dispatch(base);
}
