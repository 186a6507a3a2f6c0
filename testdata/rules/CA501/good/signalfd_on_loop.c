// why: signals are blocked and read from a signalfd: what handles them is no handler
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <unistd.h>

static void on_signal(int fd)
{
    struct signalfd_siginfo info;

    if (read(fd, &info, sizeof info) != sizeof info)
        return;
    printf("signal %u\n", info.ssi_signo);
    if (info.ssi_signo == SIGTERM)
        exit(0);
}

int main(void)
{
    struct epoll_event event = {.events = EPOLLIN};
    sigset_t set;
    int loop, fd;

    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigprocmask(SIG_BLOCK, &set, NULL);
    fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    loop = epoll_create1(EPOLL_CLOEXEC);
    event.data.fd = fd;
    epoll_ctl(loop, EPOLL_CTL_ADD, fd, &event);
    while (epoll_wait(loop, &event, 1, -1) >= 0)
        on_signal(event.data.fd);
    return 1;
}
