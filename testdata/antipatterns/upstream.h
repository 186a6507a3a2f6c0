/*
 * What the anti-pattern programs need besides their point: a clock, and an upstream service on
 * loopback that answers each connection's one byte after a fixed time, however many ask at once.
 */
#ifndef ANTIPATTERNS_UPSTREAM_H
#define ANTIPATTERNS_UPSTREAM_H

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { UPSTREAM_WAIT_MS = 20, UPSTREAM_MAX = 256 };

static inline double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static inline void die(const char *what)
{
    perror(what);
    exit(2);
}

/* A listening socket on a free port of 127.0.0.1; *at is where it listens. */
static inline int listen_loopback(struct sockaddr_in *at)
{
    socklen_t n = sizeof *at;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    memset(at, 0, sizeof *at);
    at->sin_family = AF_INET;
    at->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || bind(fd, (struct sockaddr *)at, sizeof *at) != 0 || listen(fd, 512) != 0 ||
        getsockname(fd, (struct sockaddr *)at, &n) != 0)
        die("listen on loopback");
    return fd;
}

/* A child that ends with this process. */
static inline pid_t helper(void)
{
    pid_t child = fork();
    if (child < 0)
        die("fork");
    if (child == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
        _exit(2);
    return child;
}

static inline void answer_when_due(int listener)
{
    static struct {
        int fd;
        double due;
    } waiting[UPSTREAM_MAX]; /* a ring: all wait equally long, so the first is due first */
    unsigned first = 0, n = 0;
    for (;;) {
        struct pollfd p = {.fd = listener, .events = n < UPSTREAM_MAX ? POLLIN : 0};
        double left = n ? waiting[first % UPSTREAM_MAX].due - now_ms() : 1000;
        poll(&p, 1, left > 0 ? (int)left + 1 : 0);
        int fd = p.revents ? accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC) : -1;
        if (fd >= 0) {
            waiting[(first + n) % UPSTREAM_MAX].fd = fd;
            waiting[(first + n++) % UPSTREAM_MAX].due = now_ms() + UPSTREAM_WAIT_MS;
        }
        for (; n && waiting[first % UPSTREAM_MAX].due <= now_ms(); first++, n--) {
            fd = waiting[first % UPSTREAM_MAX].fd;
            if (send(fd, "!", 1, MSG_NOSIGNAL | MSG_DONTWAIT) != 1)
                perror("upstream");
            close(fd);
        }
    }
}

static inline pid_t start_upstream(struct sockaddr_in *at)
{
    int listener = listen_loopback(at);
    pid_t child = helper();
    if (child == 0)
        answer_when_due(listener);
    close(listener);
    return child;
}

/* The users: n connections to the server at once, and an answer awaited on each. */
static inline pid_t start_users(const struct sockaddr_in *server, int n)
{
    pid_t child = helper();
    if (child != 0)
        return child;
    int *fd = calloc((size_t)n, sizeof *fd);
    char byte;
    if (!fd)
        _exit(2);
    for (int i = 0; i < n; i++) {
        fd[i] = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (fd[i] < 0 || connect(fd[i], (const struct sockaddr *)server, sizeof *server) != 0)
            _exit(2);
    }
    for (int i = 0; i < n; i++)
        if (recv(fd[i], &byte, 1, 0) != 1)
            _exit(1);
    _exit(0);
}

#endif
