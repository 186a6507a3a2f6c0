// why: the callback is in main.c, the slow call is two files away in the log module
#include "log.h"

#include <unistd.h>

static int log_fd = -1;

void log_open(int fd)
{
    log_fd = fd;
}

void log_sync(void)
{
    if (log_fd >= 0)
        fsync(log_fd); // expect: CA101
}
