// why: the socket does not block, the loop around it does: it spins until the peer reads
#include <errno.h>
#include <event2/event.h>
#include <event2/util.h>
#include <sys/socket.h>
#include <unistd.h>

static int write_all(int fd, const char *data, size_t len)
{
    while (len > 0) {
        ssize_t n = write(fd, data, len); // expect: CA101

        if (n < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (n < 0)
            return -1;
        data += n;
        len -= (size_t)n;
    }
    return 0;
}

static void on_readable(evutil_socket_t fd, short what, void *arg)
{
    static const char page[65536];
    char buf[512];

    (void)what;
    if (recv(fd, buf, sizeof(buf), 0) <= 0 || write_all(fd, page, sizeof(page)) < 0)
        event_base_loopbreak(arg);
}

int main(void)
{
    struct event_base *base = event_base_new();
    int fds[2];

    if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) < 0)
        return 1;
    evutil_make_socket_nonblocking(fds[0]);
    event_add(event_new(base, fds[0], EV_READ | EV_PERSIST, on_readable, base), NULL);
    return event_base_dispatch(base);
}
