// why: my_poll(&fd, 1, t) waits for ONE descriptor through a wrapper; a connect retry loop around it is no event loop
#include <errno.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
static int my_poll(struct pollfd *fds, unsigned n, int ms) { return poll(fds, n, ms); }
static int try_connect(const struct sockaddr *sa, socklen_t len)
{
    int fd = socket(sa->sa_family, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (connect(fd, sa, len) < 0 && errno == EINPROGRESS) {
        struct pollfd p = {fd, POLLOUT, 0};
        if (my_poll(&p, 1, 1000) <= 0) { close(fd); return -1; }
    }
    return fd;
}
int client(const struct sockaddr *sa, socklen_t len)
{
    int fd;
    do {
        fd = try_connect(sa, len);
        if (fd >= 0) { write(fd, "x", 1); break; }
        sleep(1);
    } while (1);
    return fd;
}
