// why: the accept loop runs in a thread of its own; its clients still get one each
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void *serve(void *arg)
{
    int fd = (int)(intptr_t)arg;
    char buf[1024];
    ssize_t n;

    while ((n = read(fd, buf, sizeof buf)) > 0)
        if (write(fd, buf, (size_t)n) != n)
            break;
    close(fd);
    return NULL;
}

struct acceptor {
    int fd;
    pthread_t thread;
};

static void *accept_main(void *arg)
{
    struct acceptor *a = arg;
    int fd;

    while ((fd = accept(a->fd, NULL, NULL)) >= 0) {
        pthread_t t;
        if (pthread_create(&t, NULL, serve, (void *)(intptr_t)fd) != 0) { // expect: CA302
            close(fd);
            continue;
        }
        pthread_detach(t);
    }
    return NULL;
}

int acceptor_start(struct acceptor *a)
{
    return pthread_create(&a->thread, NULL, accept_main, a);
}
