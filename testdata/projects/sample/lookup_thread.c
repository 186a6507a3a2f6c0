/*
 * The same lookup as in upstream.c, done right: one thread waits for the resolver, the loop only takes
 * finished answers from a pipe. Nothing here is reported.
 */
#define _GNU_SOURCE /* pipe2 */
#include <fcntl.h>
#include <netdb.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server.h"

struct job {
    int client;
    int rc;
    char host[200];
};

static int to_thread[2];
static int to_loop[2];

static void *lookup_main(void *arg)
{
    struct job job;

    (void)arg;
    while (read(to_thread[0], &job, sizeof job) == (ssize_t)sizeof job) {
        struct addrinfo *res = NULL;

        job.rc = getaddrinfo(job.host, NULL, NULL, &res);
        if (job.rc == 0)
            freeaddrinfo(res);
        if (write(to_loop[1], &job, sizeof job) < 0)
            break;
    }
    return NULL;
}

int lookup_start(void)
{
    pthread_t thread;

    if (pipe2(to_thread, O_CLOEXEC) != 0 || pipe2(to_loop, O_CLOEXEC) != 0)
        return -1;
    if (fcntl(to_thread[1], F_SETFL, O_NONBLOCK) != 0 || fcntl(to_loop[0], F_SETFL, O_NONBLOCK) != 0)
        return -1;
    if (pthread_create(&thread, NULL, lookup_main, NULL) != 0)
        return -1;
    pthread_detach(thread);
    return to_loop[0];
}

int lookup_submit(int client, const char *host)
{
    struct job job = {.client = client};

    if (strlen(host) >= sizeof job.host)
        return -1;
    memcpy(job.host, host, strlen(host) + 1);
    return write(to_thread[1], &job, sizeof job) == (ssize_t)sizeof job ? 0 : -1;
}

void on_lookup_done(struct conn *c, uint32_t events)
{
    struct job job;

    (void)events;
    while (read(c->fd, &job, sizeof job) == (ssize_t)sizeof job) {
        const char *text = job.rc == 0 ? "found\n" : "not found\n";

        send(job.client, text, strlen(text), MSG_DONTWAIT | MSG_NOSIGNAL);
    }
}
