#include <event.h>
#include <fcntl.h>

#include "log.h"
#include "request.h"

static struct event client;

static void on_client(int fd, short what, void *arg)
{
    (void)arg;
    if (what & EV_TIMEOUT)
        request_finish(fd);
}

int main(void)
{
    struct timeval limit = {10, 0};

    log_open(open("audit.log", O_WRONLY | O_CREAT | O_APPEND, 0600));
    event_init();
    event_set(&client, 0, EV_READ, on_client, NULL);
    event_add(&client, &limit);
    return event_dispatch();
}
