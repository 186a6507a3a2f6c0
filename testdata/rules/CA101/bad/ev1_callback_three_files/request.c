#include "request.h"

#include "log.h"

#include <unistd.h>

static void account(void)
{
    log_sync();
}

void request_finish(int fd)
{
    account();
    close(fd);
}
