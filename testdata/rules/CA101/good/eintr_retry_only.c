// why: both helpers test for EAGAIN and EINTR together, and repeat the call only after EINTR
#include <errno.h>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>

enum { DONE = 0, AGAIN = -2, FAILED = -1 };

struct event {
    void (*handler)(struct event *ev);
    int fd, ready;
};

static ssize_t unix_recv(struct event *ev, char *buf, size_t size)
{
    ssize_t n;
    int err;

    do {
        n = recv(ev->fd, buf, size, 0);
        if (n == 0) {
            ev->ready = 0;
            return n;
        }
        if (n > 0)
            return n;
        err = errno;
        if (err == EAGAIN || err == EINTR) {
            n = AGAIN;
        } else {
            n = FAILED;
            break;
        }
    } while (err == EINTR);
    ev->ready = 0;
    return n;
}

static ssize_t unix_send(struct event *ev, const char *buf, size_t size)
{
    for (;;) {
        ssize_t n = send(ev->fd, buf, size, 0);
        int err;

        if (n >= 0)
            return n;
        err = errno;
        if (err == EAGAIN || err == EINTR) {
            ev->ready = 0;
            if (err == EAGAIN)
                return AGAIN;
        } else {
            return FAILED;
        }
    }
}

static void on_event(struct event *ev)
{
    char buf[1024];
    ssize_t n = unix_recv(ev, buf, sizeof(buf));

    if (n > 0)
        unix_send(ev, buf, (size_t)n);
}

int main(void)
{
    static struct event ev = {.handler = on_event};
    struct epoll_event list[8], add = {.events = EPOLLIN, .data.ptr = &ev};
    int ep = epoll_create1(0);

    ev.fd = socket(AF_INET, SOCK_STREAM, 0);
    fcntl(ev.fd, F_SETFL, O_NONBLOCK);
    epoll_ctl(ep, EPOLL_CTL_ADD, ev.fd, &add);
    for (;;) {
        int n = epoll_wait(ep, list, 8, -1);

        for (int i = 0; i < n; i++) {
            struct event *e = list[i].data.ptr;

            e->handler(e);
        }
    }
}
