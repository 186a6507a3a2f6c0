// why: eventfd and timerfd are read once when epoll says that they are ready
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

static uint64_t count(int fd)
{
    uint64_t n = 0;

    return read(fd, &n, sizeof(n)) == sizeof(n) ? n : 0;
}

int main(void)
{
    struct epoll_event ev = {.events = EPOLLIN}, got[4];
    int ep = epoll_create1(0);
    int event = eventfd(0, EFD_NONBLOCK);
    int timer = timerfd_create(CLOCK_MONOTONIC, 0);
    uint64_t total = 0;

    ev.data.fd = event;
    epoll_ctl(ep, EPOLL_CTL_ADD, event, &ev);
    ev.data.fd = timer;
    epoll_ctl(ep, EPOLL_CTL_ADD, timer, &ev);
    while (total < 1000) {
        int n = epoll_wait(ep, got, 4, -1);

        for (int i = 0; i < n; i++)
            total += count(got[i].data.fd);
    }
    return 0;
}
