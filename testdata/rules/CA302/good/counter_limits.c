// why: a counter under the lock stops the accept loop at the limit
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MAX_CLIENTS = 64 };
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t room = PTHREAD_COND_INITIALIZER;
static int clients;

static void *serve(void *arg)
{
    int fd = (int)(intptr_t)arg;
    char c;
    while (read(fd, &c, 1) == 1)
        ;
    close(fd);
    pthread_mutex_lock(&lock);
    clients--;
    pthread_cond_signal(&room);
    pthread_mutex_unlock(&lock);
    return NULL;
}

void server(int listener)
{
    for (;;) {
        pthread_t thread;
        pthread_mutex_lock(&lock);
        while (clients >= MAX_CLIENTS)
            pthread_cond_wait(&room, &lock);
        clients++;
        pthread_mutex_unlock(&lock);
        int fd = accept(listener, NULL, NULL);
        if (fd >= 0 && !pthread_create(&thread, NULL, serve, (void *)(intptr_t)fd))
            pthread_detach(thread);
    }
}
