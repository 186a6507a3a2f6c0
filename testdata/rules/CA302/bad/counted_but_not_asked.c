// why: threads are counted for the statistics, but the number stops nobody
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned long total;

static void *serve(void *arg)
{
    int fd = (int)(intptr_t)arg;
    char c;
    while (read(fd, &c, 1) == 1)
        ;
    close(fd);
    return NULL;
}

void server(int listener)
{
    for (;;) {
        pthread_t thread;
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            continue;
        pthread_mutex_lock(&lock);
        total++;
        if (total % 1000 == 0)
            printf("%lu clients so far\n", total);
        pthread_mutex_unlock(&lock);
        if (!pthread_create(&thread, NULL, serve, (void *)(intptr_t)fd)) // expect: CA302
            pthread_detach(thread);
    }
}
