// why: fork is wrapped to flush and to log; the child is on the other side of the wrapper
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

static pid_t safe_fork(const char *what)
{
    fflush(NULL);
    pid_t pid = fork();
    if (pid < 0)
        fprintf(stderr, "cannot fork for %s: %s\n", what, strerror(errno));
    return pid;
}

void accept_loop(int listener)
{
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            break;
        if (safe_fork("client") == 0) { // expect: CA402
            serve(fd);
            _exit(0);
        }
        close(fd);
    }
}
