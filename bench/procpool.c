/* See procpool.h. A worker that dies ends the run: its task would never be answered. */
#include "bench/procpool.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

enum { PAYLOAD_MAX = 1 << 14, WINDOW_MIN = 16 };

/* Latencies are the master's business where a loop has waited before: start_ns 0. */
struct message {
    uint64_t sent_ns;
    uint32_t task, ok;
};

static ssize_t receive(int fd, struct message *m, char *payload)
{
    struct iovec parts[2] = {{m, sizeof *m}, {payload, PAYLOAD_MAX}};
    struct msghdr msg = {.msg_iov = parts, .msg_iovlen = 2};
    ssize_t n;
    do
        n = recvmsg(fd, &msg, 0);
    while (n < 0 && errno == EINTR);
    return n;
}

static void worker_main(struct run *r, int fd, uint32_t worker, bool after_wait)
{
    char payload[PAYLOAD_MAX];
    struct message m;
    uint64_t free_ns = 0;
    while (receive(fd, &m, payload) >= (ssize_t)sizeof m) {
        uint64_t start = m.sent_ns > free_ns ? m.sent_ns : free_ns;
        if (after_wait) {
            m.ok = work_after_wait(&r->work, m.task, worker);
        } else {
            m.ok = work_do(&r->work, m.task, worker);
            run_task_done(r, m.task, start, m.ok);
        }
        free_ns = now_ns();
        if (send(fd, &m, sizeof m, MSG_NOSIGNAL) != sizeof m)
            return;
    }
}

bool procpool_start(struct procpool *pool, struct run *r, uint32_t n, bool after_wait)
{
    int ends[2];
    ASSERT(n > 0);
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return run_fail(r, "socketpair: %s", strerror(errno));
    run_guard_children(r, true);
    for (uint32_t i = 0; i < n; i++) {
        pid_t pid = run_fork(r);
        if (pid == 0) {
            (void)close(ends[0]);
            worker_main(r, ends[1], i, after_wait);
            _exit(0);
        }
        if (pid < 0)
            return run_fail(r, "cannot make worker process %u: %s", i + 1, strerror(errno));
    }
    (void)close(ends[1]);
    *pool = (struct procpool){.fd = ends[0], .n = n};
    pool->window = n > WINDOW_MIN / 2 ? 2 * n : WINDOW_MIN;
    return true;
}

bool procpool_send(struct procpool *pool, struct run *r, uint32_t task)
{
    static const char payload[PAYLOAD_MAX];
    struct message m = {.sent_ns = now_ns(), .task = task};
    struct iovec parts[2] = {{&m, sizeof m}, {(void *)(uintptr_t)payload, r->work.bytes}};
    if (parts[1].iov_len > PAYLOAD_MAX)
        parts[1].iov_len = PAYLOAD_MAX;
    struct msghdr msg = {.msg_iov = parts, .msg_iovlen = 2};
    bool sent = sendmsg(pool->fd, &msg, MSG_DONTWAIT | MSG_NOSIGNAL) > 0;
    pool->away += sent;
    return sent;
}

bool procpool_receive(struct procpool *pool, uint32_t *task, bool *ok)
{
    struct message m;
    if (recv(pool->fd, &m, sizeof m, MSG_DONTWAIT) != sizeof m)
        return false;
    ASSERT(pool->away > 0);
    pool->away--;
    *task = m.task;
    *ok = m.ok;
    return true;
}

void procpool_end(struct procpool *pool, struct run *r)
{
    run_guard_children(r, false);
    (void)close(pool->fd);
    for (uint32_t i = 0; i < pool->n; i++)
        (void)run_reap(r, -1, NULL);
}
