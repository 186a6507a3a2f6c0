// why: a fixed number of children is forked at start; each accepts
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

static void worker(int listener)
{
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd >= 0)
            serve(fd);
    }
}

int main(void)
{
    for (int i = 0; i < 8; i++) {
        pid_t pid = fork();
        if (pid == 0) {
            worker(3);
            _exit(0);
        }
    }
    while (wait(NULL) > 0)
        ;
    return 0;
}
