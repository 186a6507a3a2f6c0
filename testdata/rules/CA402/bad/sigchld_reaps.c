// why: a handler reaps; the pid is logged; nothing counts
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

static void reap(int sig)
{
    int saved = errno;
    (void)sig;
    while (waitpid(-1, NULL, WNOHANG) > 0)
        ;
    errno = saved;
}

static void server(int listener)
{
    struct sockaddr_in peer;
    socklen_t len = sizeof peer;
    int fd;

    signal(SIGCHLD, reap);
    while ((fd = accept(listener, (struct sockaddr *)&peer, &len)) >= 0 || errno == EINTR) {
        pid_t pid;
        if (fd < 0)
            continue;
        pid = fork(); // expect: CA402
        if (pid < 0) {
            perror("fork");
            close(fd);
            continue;
        }
        if (pid == 0) {
            close(listener);
            serve(fd);
            exit(0);
        }
        printf("client is served by %d\n", (int)pid);
        close(fd);
    }
}

int main(void)
{
    server(3);
    return 1;
}
