// why: options are copied (`mine = *o`), then NONBLOCK is or-ed in; type TCP never reaches unix_connect() (hiredis async.c:170)
#include <poll.h>
#include <sys/epoll.h>
enum { TCP, UNIX, NONBLOCK = 1 };
struct opts { int type; int flags; };
static int unix_connect(const struct opts *o, int fd)
{
    struct pollfd p = {fd, POLLOUT, 0};
    return o->flags & NONBLOCK ? 0 : poll(&p, 1, 1000); // wrong: false CA101
}
static int conn(const struct opts *o, int fd)
{
    if (o->type == TCP) return fd;
    return o->type == UNIX ? unix_connect(o, fd) : -1;
}
static int async_conn(const struct opts *o, int fd)
{
    struct opts mine = *o;
    mine.flags |= NONBLOCK;
    return conn(&mine, fd);
}
int main(void)
{
    struct epoll_event ev[8];
    int ep = epoll_create1(0);
    for (;;) {
        struct opts o = {0};
        o.type = TCP;
        if (epoll_wait(ep, ev, 8, -1) > 0) async_conn(&o, ev[0].data.fd);
    }
}
