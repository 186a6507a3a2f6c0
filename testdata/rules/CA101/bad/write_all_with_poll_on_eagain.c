// why: the descriptor is non-blocking, but on EAGAIN the writer polls until the peer has read
#include <errno.h>
#include <event2/event.h>
#include <event2/util.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

static int write_fully(int fd, const char *p, size_t len)
{
    while (len > 0) {
        ssize_t n = write(fd, p, len);

        if (n > 0) {
            p += n;
            len -= (size_t)n;
        } else if (errno == EAGAIN) {
            struct pollfd pfd = {.fd = fd, .events = POLLOUT};

            if (poll(&pfd, 1, -1) < 0) // expect: CA101
                return -1;
        } else {
            return -1;
        }
    }
    return 0;
}

static void on_readable(evutil_socket_t fd, short what, void *arg)
{
    char buf[64];

    (void)what, (void)arg;
    if (recv(fd, buf, sizeof(buf), 0) > 0)
        write_fully(fd, "HTTP/1.0 204 No Content\r\n\r\n", 27);
}

int main(void)
{
    struct event_base *base = event_base_new();
    int fds[2];

    if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) < 0)
        return 1;
    evutil_make_socket_nonblocking(fds[0]);
    event_add(event_new(base, fds[0], EV_READ | EV_PERSIST, on_readable, NULL), NULL);
    return event_base_dispatch(base);
}
