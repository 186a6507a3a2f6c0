// why: one thread for each listener, made before any client comes; clients are served on the loop
#define _GNU_SOURCE
#include <sys/epoll.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void on_ready(int ep, int fd, int listener)
{
    char buf[256];
    if (fd == listener) {
        struct epoll_event e = {.events = EPOLLIN};
        e.data.fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
        if (e.data.fd >= 0)
            epoll_ctl(ep, EPOLL_CTL_ADD, e.data.fd, &e);
        return;
    }
    if (recv(fd, buf, sizeof buf, 0) <= 0)
        close(fd);
}

static void *loop(void *arg)
{
    int listener = *(int *)arg, ep = epoll_create1(0);
    struct epoll_event e = {.events = EPOLLIN, .data.fd = listener}, ready[64];
    epoll_ctl(ep, EPOLL_CTL_ADD, listener, &e);
    for (;;) {
        int n = epoll_wait(ep, ready, 64, -1);
        for (int i = 0; i < n; i++)
            on_ready(ep, ready[i].data.fd, listener);
    }
    return NULL;
}

int main(void)
{
    static int listeners[4] = {3, 4, 5, 6};
    pthread_t t[4];
    for (int i = 0; i < 4; i++)
        if (pthread_create(&t[i], NULL, loop, &listeners[i]))
            return 1;
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
