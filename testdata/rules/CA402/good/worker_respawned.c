// why: the supervisor forks a worker again when one has ended; the workers accept
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static void serve(int fd)
{
    char buf[1024];
    ssize_t n;

    while ((n = read(fd, buf, sizeof buf)) > 0)
        if (write(fd, buf, (size_t)n) != n)
            break;
    close(fd);
}

static pid_t start_worker(int listener)
{
    pid_t pid = fork();
    if (pid == 0) {
        for (;;) {
            int fd = accept(listener, NULL, NULL);
            if (fd >= 0)
                serve(fd);
        }
    }
    return pid;
}

int main(void)
{
    for (int i = 0; i < 4; i++)
        start_worker(3);
    for (;;) {
        if (wait(NULL) > 0)
            start_worker(3);
    }
}
