// why: the parent ignores SIGCHLD, so that nobody needs to wait: nobody counts either
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

void accept_loop(int listener)
{
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            break;
        pid_t pid = fork(); // expect: CA402
        if (pid == 0) {
            close(listener);
            serve(fd);
            _exit(0);
        }
        if (pid > 0)
            signal(SIGCHLD, SIG_IGN);
        close(fd);
    }
}
