#include <stdlib.h>

static int broken_one(int a)
{
    int b = a +;
    if (b > {
        return b;
    }
    return 0;
}

#include <poll.h>
#include <unistd.h>

static void slow(int fd)
{
    fsync(fd);
}

int main(void)
{
    if (broken_one(1))
        abort();
    struct pollfd fds[4] = {{0}};
    nfds_t n = 4;

    for (;;) {
        poll(fds, n, -1);
        for (nfds_t i = 0; i < n; i++)
            slow(fds[i].fd);
    }
}
