// why: everyone writes its own slot and reads all of them, without waiting for the others
#include <pthread.h>

#define WORKERS 3

static long part[WORKERS];
static long total[WORKERS];

static void *worker(void *arg)
{
    long id = (long)arg;

    part[id] = id + 1; // expect: CA201
    for (int i = 0; i < WORKERS; i++)
        total[id] += part[i];
    return NULL;
}

int main(void)
{
    pthread_t t[WORKERS];

    for (long i = 0; i < WORKERS; i++)
        pthread_create(&t[i], NULL, worker, (void *)i);
    for (int i = 0; i < WORKERS; i++)
        pthread_join(t[i], NULL);
    return 0;
}
