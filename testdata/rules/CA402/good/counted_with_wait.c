// why: children are counted, and at the limit the parent waits for one to end
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

static int children;

void accept_loop(int listener, int most)
{
    for (;;) {
        while (waitpid(-1, NULL, WNOHANG) > 0)
            children--;
        if (children >= most) {
            if (wait(NULL) > 0)
                children--;
            continue;
        }
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            continue;
        pid_t pid = fork();
        if (pid == 0) {
            serve(fd);
            _exit(0);
        }
        if (pid > 0)
            children++;
        close(fd);
    }
}
