// why: same with select() in the helper and the wrapper's set filled from one descriptor
#include <errno.h>
#include <sys/select.h>
#include <unistd.h>
static int my_select(int n, fd_set *r, fd_set *w, struct timeval *t) { return select(n, r, w, NULL, t); }
static int wait_readable(int fd)
{
    fd_set r;
    FD_ZERO(&r);
    FD_SET(fd, &r);
    return my_select(fd + 1, &r, NULL, NULL);
}
int client(int fd)
{
    char b[100];
    for (;;) {
        if (wait_readable(fd) <= 0) continue;
        if (read(fd, b, sizeof b) <= 0) break;
        sleep(1);
    }
    return fd;
}
