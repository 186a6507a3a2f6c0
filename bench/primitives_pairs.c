/*
 * Two sides that hand something to each other. Where only one direction counts, it goes to and fro
 * and half is taken.
 */
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/cpus.h"
#include "bench/primitives.h"
#include "bench/proc.h"
#include "bench/queue.h"
#include "bench/server.h"

/* ---- queue ---- */

struct taker {
    struct queue *queue;
    uint64_t latency_ns; /* sum, from put to taken */
};

static void *take_all(void *arg)
{
    struct taker *t = arg;
    uint64_t put_ns;
    uint32_t task;
    while (queue_take(t->queue, &task, &put_ns))
        t->latency_ns += now_ns() - put_ns;
    return NULL;
}

static bool with_taker(struct taker *t, pthread_t *thread)
{
    *t = (struct taker){.queue = queue_new(1)};
    errno = pthread_create(thread, NULL, take_all, t);
    if (errno != 0)
        return false;
    queue_drain(t->queue);
    return true;
}

static void end_taker(struct taker *t, pthread_t thread)
{
    queue_close(t->queue);
    (void)pthread_join(thread, NULL);
    queue_free(t->queue);
}

bool primitive_handoff(double *out)
{
    enum { N = 2000 };
    struct taker t;
    pthread_t thread;
    if (!with_taker(&t, &thread))
        return false;
    uint64_t start = now_ns();
    for (uint32_t i = 0; i < N; i++)
        queue_put(t.queue, i);
    queue_drain(t.queue);
    *out = (double)(now_ns() - start) / N;
    end_taker(&t, thread);
    return true;
}

bool primitive_wakeup(double *out)
{
    enum { N = 50 };
    struct taker t;
    pthread_t thread;
    if (!with_taker(&t, &thread))
        return false;
    for (uint32_t i = 0; i < N; i++) {
        queue_put(t.queue, i);
        queue_drain(t.queue);
    }
    end_taker(&t, thread);
    *out = (double)t.latency_ns / N;
    return true;
}

/* ---- loop ---- */

struct loop {
    int epoll, wake, reply;
};

static bool loop_open(struct loop *l)
{
    struct epoll_event ev = {.events = EPOLLIN};
    l->epoll = epoll_create1(EPOLL_CLOEXEC);
    l->wake = eventfd(0, EFD_CLOEXEC);
    l->reply = eventfd(0, EFD_CLOEXEC);
    return l->epoll >= 0 && l->wake >= 0 && l->reply >= 0 &&
           epoll_ctl(l->epoll, EPOLL_CTL_ADD, l->wake, &ev) == 0;
}

static void loop_close(struct loop *l)
{
    (void)close(l->epoll);
    (void)close(l->wake);
    (void)close(l->reply);
}

/* 1 wakes the other side; 2 ends it as well. */
static void *loop_main(void *arg)
{
    struct loop *l = arg;
    struct epoll_event ev;
    uint64_t got = 0, one = 1;
    while (got != 2) {
        if (epoll_wait(l->epoll, &ev, 1, -1) != 1)
            continue;
        if (read(l->wake, &got, sizeof got) != sizeof got ||
            write(l->reply, &one, sizeof one) != sizeof one)
            return NULL;
    }
    return NULL;
}

bool primitive_loop_wakeup(double *out)
{
    enum { N = 200 };
    struct loop l;
    pthread_t thread;
    uint64_t reply, last = 2, one = 1;
    if (!loop_open(&l) || (errno = pthread_create(&thread, NULL, loop_main, &l)) != 0)
        return false;
    bool ok = true;
    uint64_t start = now_ns();
    for (int i = 0; ok && i < N; i++)
        ok = write(l.wake, &one, sizeof one) == sizeof one &&
             read(l.reply, &reply, sizeof reply) == sizeof reply;
    *out = (double)(now_ns() - start) / N / 2;
    ok = write(l.wake, &last, sizeof last) == sizeof last && ok;
    (void)pthread_join(thread, NULL);
    loop_close(&l);
    return ok;
}

bool primitive_loop_dispatch(double *out)
{
    enum { N = 10000 };
    struct loop l;
    struct epoll_event ev;
    uint64_t one = 1;
    if (!loop_open(&l) || write(l.wake, &one, sizeof one) != sizeof one)
        return false;
    bool ok = true;
    uint64_t start = now_ns();
    for (int i = 0; ok && i < N; i++) /* nobody reads it, so it stays ready */
        ok = epoll_wait(l.epoll, &ev, 1, -1) == 1;
    *out = (double)(now_ns() - start) / N;
    loop_close(&l);
    return ok;
}

/* ---- bytes to and fro ---- */

static bool give_back(int from, int to)
{
    char byte;
    ssize_t n;
    while ((n = read(from, &byte, 1)) == 1) {
        if (write(to, &byte, 1) != 1)
            return false;
    }
    return n == 0;
}

static bool to_and_fro(int to, int from, int times)
{
    char byte = 0;
    for (int i = 0; i < times; i++) {
        if (write(to, &byte, 1) != 1 || read(from, &byte, 1) != 1)
            return false;
    }
    return true;
}

/* On one processor each of the four steps of reading and writing needs a switch. */
static bool switch_for_ever(double *out)
{
    enum { N = 300 };
    int there[2], back[2];
    if (!cpus_pin(1) || pipe(there) != 0 || pipe(back) != 0)
        return false;
    pid_t pid = proc_fork();
    if (pid == 0) {
        (void)close(there[1]);
        _exit(give_back(there[0], back[1]) ? 0 : 1);
    }
    uint64_t start = now_ns();
    bool ok = pid > 0 && to_and_fro(there[1], back[0], N);
    *out = (double)(now_ns() - start) / N / 2;
    (void)close(there[1]);
    if (pid > 0)
        (void)waitpid(pid, NULL, 0);
    return ok;
}

/* In a child, which alone is pinned. */
bool primitive_switch(double *out)
{
    int result[2], status = 1;
    double value = 0;
    if (pipe(result) != 0)
        return false;
    pid_t pid = proc_fork();
    if (pid == 0) {
        bool ok = switch_for_ever(&value);
        _exit(ok && write(result[1], &value, sizeof value) == sizeof value ? 0 : 1);
    }
    (void)close(result[1]);
    bool ok = pid > 0 && read(result[0], &value, sizeof value) == sizeof value;
    (void)close(result[0]);
    if (pid > 0)
        (void)waitpid(pid, &status, 0);
    *out = value;
    return ok && status == 0;
}

/* ---- connections ---- */

static void *answer_main(void *arg)
{
    int fd = *(int *)arg;
    (void)give_back(fd, fd);
    return NULL;
}

/* A connection to itself: the two ends. */
static bool connect_pair(int listener, uint16_t port, int *client, int *server)
{
    struct pollfd here = {.fd = listener, .events = POLLIN};
    *client = work_connect(port);
    *server = -1;
    if (*client >= 0 && poll(&here, 1, 1000) == 1)
        *server = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    return *server >= 0;
}

/* A reset leaves no port behind in TIME_WAIT. */
static void disconnect_pair(int client, int server)
{
    struct linger reset = {.l_onoff = 1, .l_linger = 0};
    (void)setsockopt(client, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    (void)close(client);
    (void)close(server);
}

bool primitive_connect(double *out)
{
    enum { N = 50 };
    uint16_t port;
    int client, server, listener = server_listen(&port);
    bool ok = listener >= 0;
    uint64_t start = now_ns();
    for (int i = 0; ok && i < N; i++) {
        ok = connect_pair(listener, port, &client, &server);
        if (ok)
            disconnect_pair(client, server);
    }
    *out = (double)(now_ns() - start) / N;
    (void)close(listener);
    return ok;
}

bool primitive_roundtrip(double *out)
{
    enum { N = 200 };
    uint16_t port;
    pthread_t thread;
    int client, server, listener = server_listen(&port);
    if (listener < 0 || !connect_pair(listener, port, &client, &server))
        return false;
    (void)close(listener);
    if ((errno = pthread_create(&thread, NULL, answer_main, &server)) != 0)
        return false;
    uint64_t start = now_ns();
    bool ok = to_and_fro(client, client, N);
    *out = (double)(now_ns() - start) / N;
    (void)shutdown(client, SHUT_WR);
    (void)pthread_join(thread, NULL);
    disconnect_pair(client, server);
    return ok;
}
