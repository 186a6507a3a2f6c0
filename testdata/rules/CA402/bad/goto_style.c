// why: the accept loop is written with goto
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

int serve_all(int listener)
{
    int fd;
    pid_t pid;
again:
    fd = accept(listener, NULL, NULL);
    if (fd < 0)
        goto again;
    pid = fork(); // expect: CA402
    if (pid > 0 || pid < 0) {
        close(fd);
        goto again;
    }
    serve(fd);
    _exit(0);
}
