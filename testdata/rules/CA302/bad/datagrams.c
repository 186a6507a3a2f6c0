// why: a thread for each datagram: a name server that a port scan stops
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct query {
    struct sockaddr_storage from;
    socklen_t from_len;
    size_t n;
    char data[512];
    int fd;
};

static void *answer(void *arg)
{
    struct query *q = arg;
    sendto(q->fd, q->data, q->n, 0, (struct sockaddr *)&q->from, q->from_len);
    free(q);
    return NULL;
}

void serve_queries(int fd)
{
    for (;;) {
        pthread_t t;
        struct query *q = malloc(sizeof *q);
        if (!q)
            return;
        q->fd = fd;
        q->from_len = sizeof q->from;
        ssize_t n = recvfrom(fd, q->data, sizeof q->data, 0, (struct sockaddr *)&q->from, &q->from_len);
        if (n <= 0) {
            free(q);
            continue;
        }
        q->n = (size_t)n;
        if (pthread_create(&t, NULL, answer, q)) // expect: CA302
            free(q);
        else
            pthread_detach(t);
    }
}
