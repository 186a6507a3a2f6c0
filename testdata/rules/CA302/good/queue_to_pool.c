// why: the accept loop puts descriptors into a queue; a fixed pool takes them
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { N = 16, DEPTH = 1024 };
static int queue[DEPTH], head, tail;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;

static void *worker(void *arg)
{
    for (;;) {
        char c;
        pthread_mutex_lock(&lock);
        while (head == tail)
            pthread_cond_wait(&more, &lock);
        int fd = queue[tail++ % DEPTH];
        pthread_mutex_unlock(&lock);
        while (read(fd, &c, 1) == 1)
            ;
        close(fd);
    }
    return arg;
}

int main(void)
{
    pthread_t t;
    for (int i = 0; i < N; i++)
        pthread_create(&t, NULL, worker, NULL);
    for (;;) {
        int fd = accept(3, NULL, NULL);
        if (fd < 0)
            continue;
        pthread_mutex_lock(&lock);
        queue[head++ % DEPTH] = fd;
        pthread_cond_signal(&more);
        pthread_mutex_unlock(&lock);
    }
}
