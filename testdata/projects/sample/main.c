/* The event loop: one thread, one epoll descriptor, a handler for each connection. */
#define _GNU_SOURCE /* accept4, epoll_create1 */
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server.h"

static int epoll_fd;

struct conn *conn_new(int fd, handler_fn *on_ready)
{
    struct conn *c = calloc(1, sizeof *c);
    struct epoll_event ev = {.events = EPOLLIN};

    if (!c)
        return NULL;
    c->fd = fd;
    c->on_ready = on_ready;
    ev.data.ptr = c;
    if (epoll_ctl(epoll_fd, EPOLL_CTL_ADD, fd, &ev) != 0) {
        free(c);
        return NULL;
    }
    return c;
}

void conn_close(struct conn *c)
{
    close(c->fd);
    free(c);
}

/* "VERB argument": hands one complete line to its command. */
static void line_done(struct conn *c)
{
    char *arg = strchr(c->line, ' ');

    if (arg)
        *arg++ = '\0';
    command_run(c, c->line, arg ? arg : "");
    c->used = 0;
}

static void on_client(struct conn *c, uint32_t events)
{
    ssize_t n;

    if (events & (EPOLLHUP | EPOLLERR)) {
        conn_close(c);
        return;
    }
    n = recv(c->fd, c->line + c->used, sizeof c->line - 1 - c->used, MSG_DONTWAIT);
    if (n <= 0) {
        conn_close(c);
        return;
    }
    c->used += (size_t)n;
    c->line[c->used] = '\0';
    if (c->line[c->used - 1] == '\n') {
        c->line[c->used - 1] = '\0';
        line_done(c);
    } else if (c->used == sizeof c->line - 1) {
        conn_close(c);
    }
}

static void on_listener(struct conn *c, uint32_t events)
{
    int fd = accept4(c->fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);

    (void)events;
    if (fd >= 0 && !conn_new(fd, on_client))
        close(fd);
}

static int listener_open(const char *port)
{
    struct addrinfo hints = {.ai_flags = AI_PASSIVE, .ai_socktype = SOCK_STREAM};
    struct addrinfo *res;
    int fd;

    /* Before the loop starts nobody waits: looking a name up is fine here. */
    if (getaddrinfo("localhost", port, &hints, &res) != 0)
        return -1;
    fd = socket(res->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd >= 0 && (bind(fd, res->ai_addr, res->ai_addrlen) != 0 || listen(fd, 64) != 0)) {
        close(fd);
        fd = -1;
    }
    freeaddrinfo(res);
    return fd;
}

static void loop_run(void)
{
    struct epoll_event ready[64];

    for (;;) {
        int n = epoll_wait(epoll_fd, ready, 64, -1);

        for (int i = 0; i < n; i++) {
            struct conn *c = ready[i].data.ptr;

            c->on_ready(c, ready[i].events);
        }
    }
}

int main(int argc, char **argv)
{
    int listener;
    int results;

    epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    listener = listener_open(argc > 1 ? argv[1] : "7007");
    results = lookup_start();
    if (epoll_fd < 0 || listener < 0 || results < 0 || journal_open("journal.log") != 0) {
        perror("sample");
        return 1;
    }
    if (!conn_new(listener, on_listener) || !conn_new(results, on_lookup_done))
        return 1;
    loop_run();
    return 0;
}
