#include "net.h"

#include <errno.h>
#include <stddef.h>
#include <sys/socket.h>

int net_accept(int listener)
{
    int fd;
    do
        fd = accept(listener, NULL, NULL);
    while (fd < 0 && errno == EINTR);
    return fd;
}
