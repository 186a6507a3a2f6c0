// why: the program brings its own event library; its callbacks run on that loop all the same
#include "ae.h"

#include <sys/epoll.h>

int ae_create_file_event(struct ae_loop *loop, int fd, int mask, ae_file_proc *proc, void *data)
{
    struct epoll_event ee = {0};

    if (fd >= 1024)
        return -1;
    ee.events = mask & 1 ? EPOLLIN : EPOLLOUT;
    ee.data.fd = fd;
    if (mask & 1)
        loop->files[fd].rproc = proc;
    if (mask & 2)
        loop->files[fd].wproc = proc;
    loop->files[fd].mask |= mask;
    loop->files[fd].data = data;
    return epoll_ctl(loop->epfd, EPOLL_CTL_ADD, fd, &ee);
}

void ae_create_time_event(struct ae_loop *loop, ae_time_proc *proc, void *data)
{
    loop->cron = proc;
    loop->cron_data = data;
}

static void process_events(struct ae_loop *loop)
{
    struct epoll_event fired[1024];
    int n = epoll_wait(loop->epfd, fired, 1024, 100);

    for (int j = 0; j < n; j++) {
        struct ae_file *fe = &loop->files[fired[j].data.fd];

        if (fe->mask & 1)
            fe->rproc(loop, fired[j].data.fd, fe->data, 1);
        if (fe->mask & 2)
            fe->wproc(loop, fired[j].data.fd, fe->data, 2);
    }
    if (loop->cron)
        loop->cron(loop, 0, loop->cron_data);
}

void ae_main(struct ae_loop *loop)
{
    while (!loop->stop)
        process_events(loop);
}
