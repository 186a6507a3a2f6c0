/*
 * One thread, epoll, and one queue: since every answer takes equally long, requests are answered in
 * the order in which they came, and one timer for the oldest is enough. Several listening sockets,
 * because a burst of connections that overflows the kernel's queue of one waits a second to try
 * again.
 */
#include "bench/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "bench/proc.h"
#include "bench/run.h"

enum { BACKLOG = 4096, PER_PORT = 1024, EVENTS = 256, CHUNK = 1 << 16 };

struct conn {
    uint32_t got;      /* bytes of the request that is being read */
    uint32_t to_send;  /* bytes of the answer that are left */
    uint32_t births;   /* tells a connection from an earlier one with the same descriptor */
};

struct waiting {
    uint64_t due_ns;
    int fd;
    uint32_t births;
};

struct server {
    int epoll, timer;
    int listeners[WORK_PORTS_MAX];
    uint32_t n_listeners, bytes, n_conns, mask;
    uint64_t delay_ns;
    struct conn *conns;     /* by descriptor */
    struct waiting *queue;  /* ring; a connection has at most one request in it */
    uint64_t head, tail;
    char *chunk;
};

int server_listen(uint16_t *port)
{
    struct sockaddr_in sa = {.sin_family = AF_INET};
    socklen_t len = sizeof sa;
    sa.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return -1;
    if (bind(fd, (struct sockaddr *)&sa, sizeof sa) != 0 || listen(fd, BACKLOG) != 0 ||
        getsockname(fd, (struct sockaddr *)&sa, &len) != 0) {
        int why = errno;
        (void)close(fd);
        errno = why;
        return -1;
    }
    *port = ntohs(sa.sin_port);
    return fd;
}

static bool watch(struct server *s, int op, int fd, uint32_t events)
{
    struct epoll_event ev = {.events = events, .data.fd = fd};
    return epoll_ctl(s->epoll, op, fd, &ev) == 0;
}

static void hang_up(struct server *s, int fd)
{
    s->conns[fd].births++;
    (void)close(fd);
}

static void accept_all(struct server *s, int listener)
{
    int one = 1, fd;
    while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        if ((uint32_t)fd >= s->n_conns || !watch(s, EPOLL_CTL_ADD, fd, EPOLLIN)) {
            (void)close(fd);
            continue;
        }
        (void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        s->conns[fd].got = s->conns[fd].to_send = 0;
    }
}

static void answer(struct server *s, int fd)
{
    struct conn *c = &s->conns[fd];
    while (c->to_send > 0) {
        ssize_t n = write(fd, s->chunk, c->to_send < CHUNK ? c->to_send : CHUNK);
        if (n < 0 && errno == EAGAIN) {
            (void)watch(s, EPOLL_CTL_MOD, fd, EPOLLIN | EPOLLOUT);
            return;
        }
        if (n <= 0) {
            hang_up(s, fd);
            return;
        }
        c->to_send -= (uint32_t)n;
    }
}

static void set_timer(struct server *s)
{
    struct itimerspec at = {0};
    if (s->head == s->tail)
        return;
    uint64_t due = s->queue[s->head & s->mask].due_ns;
    at.it_value.tv_sec = (time_t)(due / 1000000000U);
    at.it_value.tv_nsec = (long)(due % 1000000000U);
    (void)timerfd_settime(s->timer, TFD_TIMER_ABSTIME, &at, NULL);
}

static void answer_due(struct server *s)
{
    uint64_t now = now_ns();
    for (; s->head < s->tail && s->queue[s->head & s->mask].due_ns <= now; s->head++) {
        const struct waiting *w = &s->queue[s->head & s->mask];
        if (s->conns[w->fd].births != w->births)
            continue; /* it hung up */
        s->conns[w->fd].to_send = s->bytes;
        answer(s, w->fd);
    }
    set_timer(s);
}

static void read_request(struct server *s, int fd)
{
    struct conn *c = &s->conns[fd];
    ssize_t n = read(fd, s->chunk, CHUNK);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n <= 0 || (uint64_t)c->got + (uint64_t)n > s->bytes) {
        hang_up(s, fd);
        return;
    }
    c->got += (uint32_t)n;
    if (c->got < s->bytes)
        return;
    c->got = 0;
    if (s->tail - s->head > s->mask) {
        hang_up(s, fd);
        return;
    }
    s->queue[s->tail++ & s->mask] = (struct waiting){now_ns() + s->delay_ns, fd, c->births};
    if (s->tail - s->head == 1)
        set_timer(s);
}

static void serve(struct server *s, const struct epoll_event *ev)
{
    int fd = ev->data.fd;
    uint64_t ticks;
    if (fd == s->timer) {
        if (read(fd, &ticks, sizeof ticks) > 0)
            answer_due(s);
        return;
    }
    for (uint32_t i = 0; i < s->n_listeners; i++) {
        if (fd == s->listeners[i]) {
            accept_all(s, fd);
            return;
        }
    }
    uint32_t births = s->conns[fd].births;
    if (ev->events & (EPOLLIN | EPOLLHUP | EPOLLERR))
        read_request(s, fd);
    if ((ev->events & EPOLLOUT) && s->conns[fd].births == births) {
        (void)watch(s, EPOLL_CTL_MOD, fd, EPOLLIN);
        answer(s, fd);
    }
}

/* Runs until it is killed. */
static void server_main(struct server *s)
{
    s->epoll = epoll_create1(EPOLL_CLOEXEC);
    s->timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    if (s->epoll < 0 || s->timer < 0 || !watch(s, EPOLL_CTL_ADD, s->timer, EPOLLIN))
        return;
    for (uint32_t i = 0; i < s->n_listeners; i++) {
        if (!watch(s, EPOLL_CTL_ADD, s->listeners[i], EPOLLIN))
            return;
    }
    uint32_t ring = 1024;
    while (ring < s->n_conns)
        ring *= 2;
    s->mask = ring - 1;
    s->conns = calloc(s->n_conns, sizeof *s->conns);
    s->queue = calloc(ring, sizeof *s->queue);
    s->chunk = calloc(1, CHUNK);
    if (!s->conns || !s->queue || !s->chunk)
        out_of_memory();
    memset(s->chunk, 'a', CHUNK);
    struct epoll_event events[EVENTS];
    for (;;) {
        int n = epoll_wait(s->epoll, events, EVENTS, -1);
        if (n < 0 && errno != EINTR)
            return;
        for (int i = 0; i < n; i++)
            serve(s, &events[i]);
    }
}

bool server_start(struct work *w, uint32_t delay_us, uint32_t connections, pid_t *out,
                  struct err *err)
{
    struct server s = {.delay_ns = (uint64_t)delay_us * 1000, .bytes = w->bytes};
    s.n_listeners = 1 + connections / PER_PORT;
    if (s.n_listeners > WORK_PORTS_MAX)
        s.n_listeners = WORK_PORTS_MAX;
    s.n_conns = connections + 1024;
    ASSERT(w->bytes >= 1);
    bool ok = true;
    for (w->n_ports = 0; ok && w->n_ports < s.n_listeners; w->n_ports += ok) {
        s.listeners[w->n_ports] = server_listen(&w->ports[w->n_ports]);
        ok = s.listeners[w->n_ports] >= 0;
    }
    *out = ok ? proc_fork_helper() : -1;
    if (*out == 0) {
        /* More than there are at once: one that is closed is not forgotten at once. */
        if (proc_want_files(s.n_conns) || proc_want_files(connections))
            server_main(&s);
        _exit(1);
    }
    int why = errno;
    for (uint32_t i = 0; i < w->n_ports; i++)
        (void)close(s.listeners[i]);
    return *out > 0 || err_set(err, "bench: cannot start the server: %s", strerror(why));
}
