// why: poll with a zero time-out ends the loop when there is no more
#include <poll.h>
#include <unistd.h>

void flush_input(int fd)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    char buf[512];
    while (poll(&p, 1, 0) > 0)
        if (read(fd, buf, sizeof buf) <= 0)
            break;
}
