// why: the handler writes one byte to a pipe that the loop watches, and puts errno back
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static int wake[2];

static void on_signal(int sig)
{
    int saved = errno;
    char byte = (char)sig;

    if (write(wake[1], &byte, 1) < 0)
        errno = saved;
    errno = saved;
}

int main(void)
{
    struct pollfd fds = {.events = POLLIN};

    if (pipe(wake) < 0)
        return 1;
    signal(SIGTERM, on_signal);
    signal(SIGCHLD, on_signal);
    fds.fd = wake[0];
    for (;;) {
        char byte;
        if (poll(&fds, 1, -1) > 0 && read(wake[0], &byte, 1) == 1)
            printf("signal %d\n", byte);
        if (byte == SIGTERM)
            return 0;
    }
}
