// why: the child serves clients: more than files
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void serve(int fd)
{
    char buf[512];
    ssize_t n;
    while ((n = recv(fd, buf, sizeof buf, 0)) > 0)
        if (send(fd, buf, (size_t)n, 0) < 0)
            break;
    close(fd);
}

int start_worker(int listener)
{
    pid_t pid = fork();
    if (pid == 0) {
        for (;;) {
            int fd = accept(listener, NULL, NULL);
            if (fd >= 0)
                serve(fd);
        }
    }
    return (int)pid;
}
