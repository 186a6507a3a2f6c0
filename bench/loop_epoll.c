/*
 * The loop by hand: epoll, one slot for each task under way, and a list of slots that are ready for
 * a callback without waiting. Level-triggered, since every event is used up at once.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "bench/loop.h"

enum { CHUNK = 1 << 16, EVENTS = 256 };

struct slot {
    uint64_t start_ns;
    uint32_t task, to_send, to_get; /* bytes */
    int fd;
    bool has_task;
};

struct loop {
    struct run *run;
    const struct loop_share *share;
    struct slot *slots;
    uint64_t next;  /* first task that no slot has taken */
    uint32_t busy;
    uint32_t *free; /* slots without a task, taken up in the next round */
    uint32_t n_free;
    int epoll;
    char *chunk;
};

static void end_task(struct loop *l, struct slot *s, bool ok)
{
    run_task_done(l->run, s->task, s->start_ns, ok);
    s->has_task = false;
    l->busy--;
    l->free[l->n_free++] = (uint32_t)(s - l->slots);
}

/* A reset leaves no port behind in TIME_WAIT. */
static void hang_up(struct loop *l, struct slot *s, bool ok)
{
    struct linger reset = {.l_onoff = 1, .l_linger = 0};
    (void)setsockopt(s->fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    (void)close(s->fd);
    end_task(l, s, ok && work_after_wait(&l->run->work, s->task, 0));
}

static bool begin_wait(struct loop *l, struct slot *s)
{
    const struct work *w = &l->run->work;
    struct sockaddr_in sa = {.sin_family = AF_INET};
    struct epoll_event ev = {.events = EPOLLOUT, .data.u32 = (uint32_t)(s - l->slots)};
    sa.sin_port = htons(w->ports[s->task % w->n_ports]);
    sa.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    s->to_send = s->to_get = w->bytes;
    s->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (s->fd < 0)
        return false;
    if ((connect(s->fd, (struct sockaddr *)&sa, sizeof sa) != 0 && errno != EINPROGRESS) ||
        epoll_ctl(l->epoll, EPOLL_CTL_ADD, s->fd, &ev) != 0) {
        (void)close(s->fd);
        return false;
    }
    return true;
}

static void send_request(struct loop *l, struct slot *s)
{
    ssize_t n = send(s->fd, l->chunk, s->to_send < CHUNK ? s->to_send : CHUNK, MSG_NOSIGNAL);
    if (n < 0 && errno == EAGAIN)
        return;
    if (n < 0) {
        hang_up(l, s, false);
        return;
    }
    struct epoll_event ev = {.events = EPOLLIN, .data.u32 = (uint32_t)(s - l->slots)};
    s->to_send -= (uint32_t)n;
    if (s->to_send == 0 && epoll_ctl(l->epoll, EPOLL_CTL_MOD, s->fd, &ev) != 0)
        hang_up(l, s, false);
}

static void get_answer(struct loop *l, struct slot *s)
{
    ssize_t n = recv(s->fd, l->chunk, CHUNK, 0);
    if (n < 0 && errno == EAGAIN)
        return;
    if (n <= 0 || (uint64_t)n > s->to_get)
        hang_up(l, s, false);
    else if ((s->to_get -= (uint32_t)n) == 0)
        hang_up(l, s, true);
}

/* Slots that are free take the next tasks; one that cannot even begin is free again at once. */
static void begin_tasks(struct loop *l)
{
    while (l->n_free > 0 && l->next < l->run->p.tasks) {
        struct slot *s = &l->slots[l->free[--l->n_free]];
        s->task = (uint32_t)l->next;
        s->start_ns = now_ns();
        s->has_task = true;
        l->next += l->share->step;
        l->busy++;
        if (work_loop_waits(l->run->p.workload) && !begin_wait(l, s))
            end_task(l, s, false);
    }
}

static bool wait_for_events(struct loop *l)
{
    struct epoll_event events[EVENTS];
    int n = epoll_wait(l->epoll, events, EVENTS, -1);
    if (n < 0 && errno != EINTR)
        return run_fail(l->run, "epoll_wait: %s", strerror(errno));
    for (int i = 0; i < n; i++) {
        struct slot *s = &l->slots[events[i].data.u32];
        if (s->to_send > 0)
            send_request(l, s);
        else
            get_answer(l, s);
    }
    return true;
}

/* Nothing to wait for: one callback after the other. */
static void do_ready(struct loop *l)
{
    for (uint32_t i = 0; i < l->share->slots; i++) {
        struct slot *s = &l->slots[i];
        if (s->has_task)
            end_task(l, s, work_do(&l->run->work, s->task, 0));
    }
}

bool loop_epoll_tasks(struct run *r, const struct loop_share *share)
{
    struct loop l = {.run = r, .share = share, .next = share->first, .n_free = share->slots};
    bool ok = true;
    ASSERT(share->slots > 0 && share->executor == EXECUTOR_NONE);
    l.slots = calloc(share->slots, sizeof *l.slots);
    l.free = calloc(share->slots, sizeof *l.free);
    l.chunk = calloc(1, CHUNK);
    if (!l.slots || !l.free || !l.chunk)
        out_of_memory();
    l.epoll = epoll_create1(EPOLL_CLOEXEC);
    if (l.epoll < 0)
        return run_fail(r, "epoll_create1: %s", strerror(errno));
    for (uint32_t i = 0; i < share->slots; i++)
        l.free[i] = share->slots - 1 - i;
    for (begin_tasks(&l); ok && l.busy > 0; begin_tasks(&l)) {
        if (work_loop_waits(r->p.workload))
            ok = wait_for_events(&l);
        else
            do_ready(&l);
    }
    (void)close(l.epoll);
    free(l.slots);
    free(l.free);
    free(l.chunk);
    return ok;
}
