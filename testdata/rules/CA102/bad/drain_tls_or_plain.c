// why: one function reads from TLS and plain connections; the loop around it has no cap for either
#include <errno.h>
#include <openssl/ssl.h>
#include <stdbool.h>
#include <sys/epoll.h>
#include <sys/socket.h>

enum { FULL = 65536 };

struct conn {
    int fd;
    SSL *ssl;
    unsigned char in[FULL];
    unsigned long messages;
};

static ssize_t conn_recv(struct conn *c, void *to, size_t n)
{
    ssize_t got;

    if (c->ssl != NULL)
        got = SSL_read(c->ssl, to, (int)n);
    else
        got = recv(c->fd, to, n, MSG_DONTWAIT);
    return got;
}

static void parse(struct conn *c, const unsigned char *from, size_t n)
{
    for (size_t i = 0; i < n; i++)
        c->messages += from[i] == '\n';
}

static void conn_readable(struct conn *c)
{
    for (;;) {
        ssize_t n = conn_recv(c, c->in, sizeof c->in); // expect: CA102
        if (n <= 0)
            break;
        parse(c, c->in, (size_t)n);
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
