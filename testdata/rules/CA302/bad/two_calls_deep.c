// why: the thread is made by a helper of a helper, with a heap object for the client
#define _GNU_SOURCE
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct client {
    int fd;
    struct sockaddr_storage peer;
};

static void *client_main(void *arg)
{
    struct client *c = arg;
    char line[256];
    while (recv(c->fd, line, sizeof line, 0) > 0)
        ;
    close(c->fd);
    free(c);
    return NULL;
}

static int start_thread(void *(*func)(void *), void *arg)
{
    pthread_attr_t attr;
    pthread_t id;
    int rc;

    pthread_attr_init(&attr);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    rc = pthread_create(&id, &attr, func, arg); // expect: CA302
    pthread_attr_destroy(&attr);
    return rc;
}

static void client_new(int fd, const struct sockaddr_storage *peer)
{
    struct client *c = calloc(1, sizeof *c);
    if (!c) {
        close(fd);
        return;
    }
    c->fd = fd;
    c->peer = *peer;
    if (start_thread(client_main, c) != 0) {
        close(fd);
        free(c);
    }
}

void server_run(int listener)
{
    struct sockaddr_storage peer;
    socklen_t len;
    int fd;

    while (len = sizeof peer, (fd = accept4(listener, (struct sockaddr *)&peer, &len, SOCK_CLOEXEC)) >= 0)
        client_new(fd, &peer);
}
