// why: the program's own static fsync() and sleep() hide the library's: they do not wait
#include <sys/epoll.h>

static int state;

static int fsync(int peer)
{
    state = peer;
    return 0;
}

static void sleep(int rounds)
{
    state -= rounds;
}

static void handle(int fd)
{
    if (fsync(fd) == 0)
        sleep(1);
}

int main(void)
{
    struct epoll_event list[8];
    int ep = epoll_create1(0);

    while (state < 1000) {
        int n = epoll_wait(ep, list, 8, -1);

        for (int i = 0; i < n; i++)
            handle(list[i].data.fd);
    }
    return 0;
}
