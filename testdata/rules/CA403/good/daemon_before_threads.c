// why: the program detaches first, and starts its thread in the process that goes on
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned long pending;

static void *flusher(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&lock);
        pending = 0;
        pthread_mutex_unlock(&lock);
        sleep(1);
    }
    return arg;
}

static int storage_init(void)
{
    pthread_t thread;
    return pthread_create(&thread, NULL, flusher, NULL);
}

int main(int argc, char **argv)
{
    (void)argv;
    if (argc == 1 && daemon(0, 0) != 0)
        return 1;
    if (storage_init() != 0)
        return 1;
    for (;;) {
        pthread_mutex_lock(&lock);
        pending++;
        pthread_mutex_unlock(&lock);
        usleep(1000);
    }
}
