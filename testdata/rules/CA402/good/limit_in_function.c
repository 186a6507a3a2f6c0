// why: a function that counts the children by their table says whether there is room
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

static int n_children, max_children = 20;

static int may_fork(void)
{
    return n_children < max_children;
}

static void reap(void)
{
    while (waitpid(-1, NULL, WNOHANG) > 0)
        n_children--;
}

void accept_loop(int listener)
{
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        reap();
        if (fd < 0)
            continue;
        if (may_fork()) {
            pid_t pid = fork();
            if (pid == 0) {
                serve(fd);
                _exit(0);
            }
            n_children += pid > 0;
            if (pid > 0)
                n_children++;
        }
        close(fd);
    }
}
