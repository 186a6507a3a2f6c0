// why: a semaphore is taken before and given back by the thread
#include <netinet/in.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static sem_t slots;

static void *serve(void *arg)
{
    int fd = (int)(intptr_t)arg;
    char c;
    while (read(fd, &c, 1) == 1)
        ;
    close(fd);
    sem_post(&slots);
    return NULL;
}

static void take_slot(void)
{
    while (sem_wait(&slots) < 0)
        ;
}

int main(void)
{
    sem_init(&slots, 0, 32);
    for (;;) {
        pthread_t t;
        take_slot();
        int fd = accept(3, NULL, NULL);
        if (fd < 0 || pthread_create(&t, NULL, serve, (void *)(intptr_t)fd) != 0) {
            if (fd >= 0)
                close(fd);
            sem_post(&slots);
            continue;
        }
        pthread_detach(t);
    }
}
