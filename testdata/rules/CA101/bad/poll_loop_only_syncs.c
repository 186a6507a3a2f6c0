// why: a poll loop whose handler only writes a log through; the sync holds up all descriptors
#include <poll.h>
#include <unistd.h>

static void flush_log(int fd)
{
    fsync(fd); // expect: CA101
}

int main(void)
{
    struct pollfd fds[4] = {{.fd = -1}, {.fd = -1}, {.fd = -1}, {.fd = 0, .events = POLLIN}};

    for (;;) {
        if (poll(fds, 4, -1) > 0)
            flush_log(1);
    }
}
