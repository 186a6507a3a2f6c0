// why: the fork is in a function of its own, called for each client that poll reports
#include <errno.h>
#include <poll.h>
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

struct server {
    struct pollfd fds[8];
    int n;
};

static int client_spawn(struct server *s, int fd)
{
    pid_t pid = fork(); // expect: CA402
    if (pid == -1)
        return -1;
    if (pid != 0)
        return 0;
    for (int i = 0; i < s->n; i++)
        close(s->fds[i].fd);
    serve(fd);
    exit(EXIT_SUCCESS);
}

static void listener_ready(struct server *s, int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return;
    if (client_spawn(s, fd) < 0)
        perror("fork");
    close(fd);
}

void server_loop(struct server *s)
{
    for (;;) {
        if (poll(s->fds, (nfds_t)s->n, -1) <= 0)
            continue;
        for (int i = 0; i < s->n; i++)
            if (s->fds[i].revents)
                listener_ready(s, s->fds[i].fd);
    }
}
