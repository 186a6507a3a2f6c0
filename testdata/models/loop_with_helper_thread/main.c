// program: event-loop
#include <pthread.h>
#include <sys/epoll.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int listen_on(unsigned short port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 128) != 0)
        exit(1);
    return fd;
}


struct handler {
    int fd;
    void (*run)(struct handler *h);
};

static void on_client(struct handler *h)
{
    char line[512];
    ssize_t n = recv(h->fd, line, sizeof line, MSG_DONTWAIT);
    if (n > 0)
        (void)send(h->fd, line, (size_t)n, MSG_DONTWAIT);
    else
        close(h->fd);
}

static int ep;

static void watch(int fd, void (*run)(struct handler *h))
{
    struct handler *h = malloc(sizeof *h);
    struct epoll_event e = {.events = EPOLLIN, .data.ptr = h};
    *h = (struct handler){fd, run};
    epoll_ctl(ep, EPOLL_CTL_ADD, fd, &e);
}

static void on_accept(struct handler *h)
{
    int fd = accept4(h->fd, NULL, NULL, SOCK_NONBLOCK);
    if (fd >= 0)
        watch(fd, on_client);
}

static void run_loop(void)
{
    struct epoll_event ready[64];
    for (;;) {
        int n = epoll_wait(ep, ready, 64, -1); // unit: event-loop
        for (int i = 0; i < n; i++) {
            struct handler *h = ready[i].data.ptr;
            h->run(h);
        }
    }
}

static void *flusher(void *unused)
{
    (void)unused;
    for (;;) {
        sleep(1);
        sync();
    }
    return NULL;
}

int main(void)
{
    pthread_t t;
    pthread_create(&t, NULL, flusher, NULL);
    ep = epoll_create1(0);
    watch(listen_on(7000), on_accept);
    run_loop();
}
