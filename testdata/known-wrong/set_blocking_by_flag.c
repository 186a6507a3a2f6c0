// why: a non-blocking socket is set to blocking by a wrapper with a flag, then written on the loop (pgbouncer admin.c:444 -> safeio.c:139)
#include <fcntl.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
struct client { int sock; };
static int set_nonblocking(int fd, int non_block)
{
    int flags = fcntl(fd, F_GETFL, 0);
    if (non_block) flags |= O_NONBLOCK;
    else flags &= ~O_NONBLOCK;
    return fcntl(fd, F_SETFL, flags);
}
static void show(struct client *c)
{
    struct msghdr m;
    memset(&m, 0, sizeof m);
    set_nonblocking(c->sock, 0);
    sendmsg(c->sock, &m, 0); // wrong: missed CA101
    set_nonblocking(c->sock, 1);
}
int main(void)
{
    struct epoll_event ev[8];
    static struct client c;
    int ep = epoll_create1(0), l = socket(AF_INET, SOCK_STREAM, 0);
    c.sock = accept(l, NULL, NULL);
    set_nonblocking(c.sock, 1);
    for (;;) if (epoll_wait(ep, ev, 8, -1) > 0) show(&c);
}
