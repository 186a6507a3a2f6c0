#include "server.h"

#include <sys/socket.h>
#include <unistd.h>

void session(int fd)
{
    char line[100];
    ssize_t n;
    while ((n = recv(fd, line, sizeof line, 0)) > 0)
        if (send(fd, line, (size_t)n, 0) < 0)
            return;
}
