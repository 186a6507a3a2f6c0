// why: the SIGCHLD handler counts down; above the limit clients are refused
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

enum { MAX_CHILDREN = 50 };
static volatile sig_atomic_t running;

static void reap(int sig)
{
    (void)sig;
    while (waitpid(-1, NULL, WNOHANG) > 0)
        running--;
}

void accept_loop(int listener)
{
    signal(SIGCHLD, reap);
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            continue;
        if (running >= MAX_CHILDREN) {
            static const char busy[] = "busy\n";
            if (write(fd, busy, sizeof busy - 1) < 0)
                perror("write");
            close(fd);
            continue;
        }
        running++;
        if (fork() == 0) {
            serve(fd);
            _exit(0);
        }
        close(fd);
    }
}
