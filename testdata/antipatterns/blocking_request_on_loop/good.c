// why: the connection to the other service is one more descriptor of the loop
// flags: -D_GNU_SOURCE
#include <errno.h>
#include <sys/epoll.h>

#include "../upstream.h"

#ifndef USERS
#define USERS 50
#endif
enum { EVENTS = 32 };

struct watch {
    int fd;
    void (*ready)(struct watch *w);
    int user;
};

static struct sockaddr_in upstream;
static int epoll_fd, answered;

static void watch(struct watch *w, unsigned events)
{
    struct epoll_event e = {.events = events, .data.ptr = w};
    if (epoll_ctl(epoll_fd, EPOLL_CTL_ADD, w->fd, &e) != 0)
        die("epoll_ctl");
}

static void answer(int user)
{
    if (send(user, "!", 1, MSG_NOSIGNAL | MSG_DONTWAIT) != 1)
        perror("answer");
    close(user);
    answered++;
}

static void on_upstream(struct watch *w)
{
    char byte;
    ssize_t n = recv(w->fd, &byte, 1, 0);
    if (n < 0 && (errno == EAGAIN || errno == ENOTCONN))
        return;
    if (n != 1)
        die("recv");
    answer(w->user);
    close(w->fd);
    free(w);
}

static void on_user(int user)
{
    struct watch *w = calloc(1, sizeof *w);
    if (!w)
        die("calloc");
    w->user = user;
    w->ready = on_upstream;
    w->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (w->fd < 0 || (connect(w->fd, (const struct sockaddr *)&upstream, sizeof upstream) != 0 &&
                      errno != EINPROGRESS))
        die("connect");
    watch(w, EPOLLIN);
}

static void on_listener(struct watch *w)
{
    int user = accept4(w->fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (user >= 0)
        on_user(user);
}

int main(void)
{
    struct sockaddr_in at;
    struct watch listener = {.ready = on_listener};
    pid_t service = start_upstream(&upstream);
    listener.fd = listen_loopback(&at);
    epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    if (epoll_fd < 0)
        die("epoll_create1");
    watch(&listener, EPOLLIN);
    double start = now_ms();
    start_users(&at, USERS);
    while (answered < USERS) {
        struct epoll_event ready[EVENTS];
        int n = epoll_wait(epoll_fd, ready, EVENTS, -1);
        for (int i = 0; i < n; i++) {
            struct watch *w = ready[i].data.ptr;
            w->ready(w);
        }
    }
    printf("figure: %.1f ms\n", now_ms() - start);
    return kill(service, SIGKILL);
}
