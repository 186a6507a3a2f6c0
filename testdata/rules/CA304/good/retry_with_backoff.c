// why: an operation is tried again after a pause that grows
#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

int connect_patiently(int fd, const struct sockaddr *to, socklen_t len)
{
    unsigned delay = 1000;
    while (connect(fd, to, len) < 0) {
        if (errno != EAGAIN && errno != EINTR)
            return -1;
        usleep(delay);
        if (delay < 500000)
            delay *= 2;
    }
    return 0;
}
