// why: my_poll(&p, 1, t) waits for ONE descriptor; its select() set is filled in a loop up to nfds, else it falls back on poll (socat sysutils.c:548)
#include <errno.h>
#include <poll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>
static int Poll(struct pollfd *f, unsigned n, int ms) { return poll(f, n, ms); }
static int my_poll(struct pollfd f[], unsigned long nfds, struct timeval *t)
{
    unsigned long i; int n = 0;
    fd_set r, w;
    FD_ZERO(&r); FD_ZERO(&w);
    for (i = 0; i < nfds; ++i) {
        if (f[i].fd > FD_SETSIZE) return Poll(f, nfds, 1000);
        if (f[i].events & POLLIN) { FD_SET(f[i].fd, &r); n = f[i].fd; }
        if (f[i].events & POLLOUT) { FD_SET(f[i].fd, &w); n = f[i].fd; }
    }
    return select(n + 1, &r, &w, NULL, t);
}
static int try_connect(const struct sockaddr *sa, socklen_t len)
{
    int fd = socket(sa->sa_family, SOCK_STREAM | SOCK_NONBLOCK, 0);
    struct timeval t = {1, 0};
    struct pollfd p = {fd, POLLOUT, 0};
    if (connect(fd, sa, len) < 0 && errno == EINPROGRESS && my_poll(&p, 1, &t) <= 0) { close(fd); return -1; }
    return fd;
}
int client(const struct sockaddr *sa, socklen_t len)
{
    int fd;
    do {
        fd = try_connect(sa, len);
        if (fd >= 0) { if (write(fd, "x", 1) < 0) continue; break; }
        sleep(1);
    } while (1);
    return fd;
}
