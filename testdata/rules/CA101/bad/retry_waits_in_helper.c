// why: after EAGAIN the helper polls until writable, then tries again: no spin "at once" (redis syncio.c:61,98; stunnel network.c:681)
// The wait itself (poll in the helper) is rightly a finding; the write() is not a second one.
#include <errno.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
static int wait_fd(int fd, int ms) { struct pollfd p = {fd, POLLOUT, 0}; return poll(&p, 1, ms); } // expect: CA101
static int sync_write(int fd, const char *b, long n)
{
    for (;;) {
        long r = write(fd, b, n);
        if (r == -1) { if (errno != EAGAIN) return -1; }
        else { b += r; n -= r; }
        if (n == 0) return 0;
        wait_fd(fd, 100);
    }
}
int main(void)
{
    struct epoll_event ev[8];
    int ep = epoll_create1(0), s = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    for (;;) if (epoll_wait(ep, ev, 8, -1) > 0) sync_write(s, "x", 1);
}
