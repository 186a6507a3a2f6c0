// why: a server asks poll() with a zero time-out again and again
#include <poll.h>
#include <unistd.h>

static void handle(int fd)
{
    char buf[256];
    if (read(fd, buf, sizeof buf) <= 0)
        close(fd);
}

void serve(struct pollfd *fds, int n)
{
    for (;;) { // expect: CA304
        int ready = poll(fds, (nfds_t)n, 0);
        if (ready <= 0)
            continue;
        for (int i = 0; i < n; i++)
            if (fds[i].revents & POLLIN)
                handle(fds[i].fd);
    }
}
