// why: the project's own helper in another file makes the socket non-blocking
#include "net.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

int net_nonblock(int fd)
{
    int flags = fcntl(fd, F_GETFL);

    if (flags == -1)
        return -1;
    return fcntl(fd, F_SETFL, flags | O_NONBLOCK);
}

int net_socket(void)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    if (fd >= 0 && net_nonblock(fd) < 0) {
        close(fd);
        return -1;
    }
    return fd;
}
