// why: sixteen messages for each event at most; the rest waits for the next turn
#include <sys/epoll.h>
#include <sys/socket.h>

enum { MAX_PER_EVENT = 16 };
struct conn {
    int fd;
    unsigned long sum;
};

static void handle(struct conn *c, const unsigned char *data, ssize_t n)
{
    for (ssize_t i = 0; i < n; i++)
        c->sum = c->sum * 31 + data[i];
}

static void conn_readable(struct conn *c)
{
    unsigned char buf[4096];
    for (int turn = 0; turn < MAX_PER_EVENT; turn++) {
        ssize_t n = recv(c->fd, buf, sizeof buf, MSG_DONTWAIT);
        if (n <= 0)
            break;
        handle(c, buf, n);
    }
}

int main(void)
{
    struct epoll_event events[64], ev = {EPOLLIN, {0}};
    int ep = epoll_create1(0);
    static struct conn conn;

    conn.fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    ev.data.ptr = &conn;
    epoll_ctl(ep, EPOLL_CTL_ADD, conn.fd, &ev);
    for (;;) {
        int n = epoll_wait(ep, events, 64, -1);
        for (int i = 0; i < n; i++)
            conn_readable(events[i].data.ptr);
    }
}
