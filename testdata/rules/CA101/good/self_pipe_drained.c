// why: the wake-up pipe is non-blocking on both ends
// flags: -D_GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

static int wake[2];

static void on_signal(int sig)
{
    char c = (char)sig;

    if (write(wake[1], &c, 1) < 0)
        return;
}

static int drain(void)
{
    char buf[16];
    int seen = 0;

    while (read(wake[0], buf, sizeof(buf)) > 0)
        seen = 1;
    return seen;
}

int main(void)
{
    struct pollfd fds[8] = {{.events = POLLIN}};
    nfds_t n = 1;

    if (pipe2(wake, O_NONBLOCK | O_CLOEXEC) != 0)
        return 1;
    fds[0].fd = wake[0];
    signal(SIGTERM, on_signal);
    for (;;) {
        if (poll(fds, n, -1) > 0 && (fds[0].revents & POLLIN) && drain())
            return 0;
    }
}
