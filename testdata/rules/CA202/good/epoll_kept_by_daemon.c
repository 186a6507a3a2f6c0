// why: the program detaches after the queue is made: the parent ends, and one process has it
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

static int queue;

static void detach(void)
{
    pid_t pid = fork();

    if (pid < 0)
        exit(1);
    if (pid > 0)
        exit(0);
    setsid();
}

static void run(void)
{
    struct epoll_event events[8];

    for (;;) {
        int n = epoll_wait(queue, events, 8, -1);
        for (int i = 0; i < n; i++) {
            unsigned long times;
            if (read(events[i].data.fd, &times, sizeof times) < 0)
                return;
        }
    }
}

int main(void)
{
    struct epoll_event event = {.events = EPOLLIN};

    queue = epoll_create1(EPOLL_CLOEXEC);
    event.data.fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
    epoll_ctl(queue, EPOLL_CTL_ADD, event.data.fd, &event);
    detach();
    run();
    return 0;
}
