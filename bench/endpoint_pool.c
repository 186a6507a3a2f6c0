/*
 * A thread that watches idle connections, and a pool of threads whose handlers block: each reads
 * the request, asks the upstream, answers, and gives the connection back to be watched.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "bench/endpoint.h"
#include "bench/queue.h"

enum { EVENTS = 256, CHUNK = 1 << 14 };

struct server {
    struct run *run;
    struct queue *queue; /* of connections */
    int epoll;
};

static bool read_request(int fd, uint32_t bytes)
{
    char chunk[CHUNK];
    while (bytes > 0) {
        ssize_t n = read(fd, chunk, bytes < CHUNK ? bytes : CHUNK);
        if (n <= 0)
            return false;
        bytes -= (uint32_t)n;
    }
    return true;
}

static bool send_answer(int fd, uint32_t bytes)
{
    static const char chunk[CHUNK];
    while (bytes > 0) {
        ssize_t n = send(fd, chunk, bytes < CHUNK ? bytes : CHUNK, MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        bytes -= (uint32_t)n;
    }
    return true;
}

/* A connection to the upstream is kept from one request to the next. */
static void *handler_main(void *arg)
{
    struct server *s = arg;
    const struct work *w = &s->run->work;
    int upstream = work_connect(w->ports[0]);
    uint32_t conn;
    uint64_t put_ns;
    while (queue_take(s->queue, &conn, &put_ns)) {
        struct epoll_event ev = {.events = EPOLLIN | EPOLLONESHOT, .data.fd = (int)conn};
        if (!read_request((int)conn, w->bytes) || !work_exchange(upstream, w->bytes) ||
            !send_answer((int)conn, w->bytes) ||
            epoll_ctl(s->epoll, EPOLL_CTL_MOD, (int)conn, &ev) != 0)
            (void)close((int)conn);
    }
    (void)close(upstream);
    return NULL;
}

static void accept_all(struct server *s)
{
    int fd;
    while ((fd = accept4(s->run->listener, NULL, NULL, SOCK_CLOEXEC)) >= 0) {
        struct epoll_event ev = {.events = EPOLLIN | EPOLLONESHOT, .data.fd = fd};
        if (epoll_ctl(s->epoll, EPOLL_CTL_ADD, fd, &ev) != 0)
            (void)close(fd);
    }
}

static bool serve(struct server *s)
{
    struct run *r = s->run;
    struct epoll_event events[EVENTS];
    for (;;) {
        int n = epoll_wait(s->epoll, events, EVENTS, -1);
        if (n < 0 && errno != EINTR)
            return run_fail(r, "epoll_wait: %s", strerror(errno));
        for (int i = 0; i < n; i++) {
            int fd = events[i].data.fd;
            if (fd == r->peer)
                return true;
            if (fd == r->listener)
                accept_all(s);
            else
                queue_put(s->queue, (uint32_t)fd);
        }
    }
}

/* The threads and what they use are left to the end of the process: it is next. */
bool endpoint_pool(struct run *r)
{
    struct server *s = calloc(1, sizeof *s);
    struct epoll_event stop = {.events = EPOLLIN, .data.fd = r->peer};
    struct epoll_event news = {.events = EPOLLIN, .data.fd = r->listener};
    if (!s)
        out_of_memory();
    *s = (struct server){r, queue_new(ENDPOINT_POOL), epoll_create1(EPOLL_CLOEXEC)};
    if (s->epoll < 0 || epoll_ctl(s->epoll, EPOLL_CTL_ADD, r->peer, &stop) != 0 ||
        epoll_ctl(s->epoll, EPOLL_CTL_ADD, r->listener, &news) != 0)
        return run_fail(r, "epoll: %s", strerror(errno));
    for (uint32_t i = 0; i < ENDPOINT_POOL; i++) {
        if (!run_thread(r, handler_main, s))
            return run_fail(r, "cannot make thread %u of the pool: %s", i + 1, strerror(errno));
    }
    queue_drain(s->queue); /* all are there, connected to the upstream */
    run_begin(r);
    return serve(s);
}
