#include "ae.h"

#include <sys/epoll.h>

void ae_main(struct ae_loop *loop)
{
    struct epoll_event fired[16];

    while (!loop->stop) {
        epoll_wait(loop->epfd, fired, 16, 100);
        if (loop->cron)
            loop->cron(loop, loop->cron_data);
    }
}
