// why: the cron function looks for ended children without waiting; the child itself may take its
//      time
#include "ae.h"

#include <sys/epoll.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t child;

static void save_in_child(void)
{
    child = fork();
    if (child == 0) {
        fsync(1);
        sleep(1);
        _exit(0);
    }
}

static int server_cron(struct ae_loop *loop, void *data)
{
    int status;

    (void)data;
    if (child && waitpid(child, &status, WNOHANG) == child) {
        child = 0;
        loop->stop = status;
    } else if (!child) {
        save_in_child();
    }
    return 100;
}

int main(void)
{
    static struct ae_loop loop;

    loop.epfd = epoll_create1(0);
    loop.cron = server_cron;
    ae_main(&loop);
    return 0;
}
