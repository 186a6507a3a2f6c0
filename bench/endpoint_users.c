/*
 * All users in one thread on epoll. A user has one request under way and asks again when it is
 * answered or given up. Since all give up after the same time, the one that asked first is the
 * first to give up: a list in the order of asking is all the timers there are.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "bench/endpoint.h"

enum { CHUNK = 1 << 16, EVENTS = 256, NOBODY = -1 };

struct user {
    uint64_t start_ns;
    uint32_t to_send, to_get; /* bytes */
    int fd;                   /* -1: refused; the user waits until the time is over */
    int32_t before, after;    /* in the list */
};

struct users {
    struct run *run;
    struct user *user;
    int32_t first, last; /* list in the order of asking */
    uint64_t end_ns, timeout_ns;
    int epoll;
    char *chunk;
};

static void list_remove(struct users *u, int32_t i)
{
    struct user *one = &u->user[i];
    *(one->before == NOBODY ? &u->first : &u->user[one->before].after) = one->after;
    *(one->after == NOBODY ? &u->last : &u->user[one->after].before) = one->before;
}

static void list_append(struct users *u, int32_t i)
{
    u->user[i].before = u->last;
    u->user[i].after = NOBODY;
    *(u->last == NOBODY ? &u->first : &u->user[u->last].after) = i;
    u->last = i;
}

static void wait_to(struct users *u, int op, int32_t i, uint32_t events)
{
    struct epoll_event ev = {.events = events, .data.u32 = (uint32_t)i};
    if (epoll_ctl(u->epoll, op, u->user[i].fd, &ev) != 0) {
        (void)close(u->user[i].fd);
        u->user[i].fd = -1;
    }
}

static void connect_user(struct users *u, int32_t i)
{
    struct sockaddr_in sa = {.sin_family = AF_INET, .sin_port = htons(u->run->port)};
    int one = 1;
    sa.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    u->user[i].fd = fd;
    if (fd < 0)
        return;
    (void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (connect(fd, (struct sockaddr *)&sa, sizeof sa) != 0 && errno != EINPROGRESS) {
        (void)close(fd);
        u->user[i].fd = -1;
        return;
    }
    wait_to(u, EPOLL_CTL_ADD, i, EPOLLOUT);
}

static void send_request(struct users *u, int32_t i)
{
    struct user *one = &u->user[i];
    ssize_t n = send(one->fd, u->chunk, one->to_send < CHUNK ? one->to_send : CHUNK, MSG_NOSIGNAL);
    if (n < 0 && errno == EAGAIN)
        return;
    if (n < 0) {
        (void)close(one->fd);
        one->fd = -1;
        return;
    }
    one->to_send -= (uint32_t)n;
    if (one->to_send == 0)
        wait_to(u, EPOLL_CTL_MOD, i, EPOLLIN);
}

static void ask(struct users *u, int32_t i)
{
    struct user *one = &u->user[i];
    one->start_ns = now_ns();
    one->to_send = one->to_get = u->run->work.bytes;
    list_append(u, i);
    if (one->fd < 0)
        connect_user(u, i);
    else
        wait_to(u, EPOLL_CTL_MOD, i, EPOLLOUT);
}

static void record(struct users *u, int32_t i, bool ok)
{
    struct run_shared *s = u->run->shared;
    uint64_t n = s->requests++;
    s->requests_failed += !ok;
    if (n < ENDPOINT_RESULTS_MAX)
        u->run->results[n] = ok ? now_ns() - u->user[i].start_ns + 1 : RESULT_FAILED;
    list_remove(u, i);
}

static void get_answer(struct users *u, int32_t i)
{
    struct user *one = &u->user[i];
    ssize_t n = recv(one->fd, u->chunk, CHUNK, 0);
    if (n < 0 && errno == EAGAIN)
        return;
    if (n <= 0 || (uint64_t)n > one->to_get) {
        (void)close(one->fd);
        one->fd = -1;
    } else if ((one->to_get -= (uint32_t)n) == 0) {
        record(u, i, true);
        ask(u, i);
    }
}

/* A user who gives up hangs up in the ordinary way and asks again: the server still finds the
 * request of the one who has gone. */
static void give_up(struct users *u)
{
    uint64_t now = now_ns();
    while (u->first != NOBODY && u->user[u->first].start_ns + u->timeout_ns <= now) {
        int32_t i = u->first;
        record(u, i, false);
        if (u->user[i].fd >= 0)
            (void)close(u->user[i].fd);
        u->user[i].fd = -1;
        ask(u, i);
    }
}

static int ms_until_next(const struct users *u)
{
    uint64_t now = now_ns(), next = u->end_ns;
    ASSERT(u->first != NOBODY);
    if (u->user[u->first].start_ns + u->timeout_ns < next)
        next = u->user[u->first].start_ns + u->timeout_ns;
    return next > now ? (int)((next - now + 999999) / 1000000) : 0;
}

bool endpoint_users(struct run *r)
{
    struct users u = {.run = r, .first = NOBODY, .last = NOBODY};
    struct epoll_event events[EVENTS];
    u.timeout_ns = (uint64_t)r->p.timeout_ms * 1000000;
    u.user = calloc(r->p.concurrency, sizeof *u.user);
    u.chunk = calloc(1, CHUNK);
    if (!u.user || !u.chunk)
        out_of_memory();
    u.epoll = epoll_create1(EPOLL_CLOEXEC);
    if (u.epoll < 0)
        return false;
    r->shared->begin_ns = now_ns();
    u.end_ns = r->shared->begin_ns + (uint64_t)r->p.duration_ms * 1000000;
    for (uint32_t i = 0; i < r->p.concurrency; i++) {
        u.user[i].fd = -1;
        ask(&u, (int32_t)i);
    }
    while (now_ns() < u.end_ns) {
        int n = epoll_wait(u.epoll, events, EVENTS, ms_until_next(&u));
        if (n < 0 && errno != EINTR)
            return false;
        for (int k = 0; k < n; k++) {
            int32_t i = (int32_t)events[k].data.u32;
            if (u.user[i].fd >= 0 && u.user[i].to_send > 0)
                send_request(&u, i);
            else if (u.user[i].fd >= 0)
                get_answer(&u, i);
        }
        give_up(&u);
    }
    r->shared->end_ns = now_ns();
    return true;
}
