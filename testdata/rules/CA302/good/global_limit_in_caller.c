// why: the number of sessions is tested where the listener is read, one function above
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct server {
    int listener;
    int sessions, max_sessions;
    pthread_mutex_t lock;
};
struct session {
    struct server *server;
    int fd;
};

static void *session_main(void *arg)
{
    struct session *s = arg;
    char c;
    while (read(s->fd, &c, 1) == 1)
        ;
    close(s->fd);
    pthread_mutex_lock(&s->server->lock);
    s->server->sessions--;
    pthread_mutex_unlock(&s->server->lock);
    free(s);
    return NULL;
}

static void session_start(struct server *server, int fd)
{
    pthread_t t;
    struct session *s = malloc(sizeof *s);
    if (!s)
        return;
    s->server = server;
    s->fd = fd;
    pthread_mutex_lock(&server->lock);
    server->sessions++;
    pthread_mutex_unlock(&server->lock);
    if (!pthread_create(&t, NULL, session_main, s))
        pthread_detach(t);
}

void server_run(struct server *server)
{
    for (;;) {
        int fd = accept(server->listener, NULL, NULL);
        if (fd < 0)
            break;
        pthread_mutex_lock(&server->lock);
        int full = server->sessions >= server->max_sessions;
        pthread_mutex_unlock(&server->lock);
        if (full)
            close(fd);
        else
            session_start(server, fd);
    }
}
