// why: everyone writes its own slot, all meet at the barrier, and only then the slots are read
#include <pthread.h>

#define WORKERS 3

static pthread_barrier_t barrier;
static long part[WORKERS];
static long total[WORKERS];

static void *worker(void *arg)
{
    long id = (long)arg;

    part[id] = id + 1;
    pthread_barrier_wait(&barrier);
    for (int i = 0; i < WORKERS; i++)
        total[id] += part[i];
    return NULL;
}

int main(void)
{
    pthread_t t[WORKERS];

    pthread_barrier_init(&barrier, NULL, WORKERS);
    for (long i = 0; i < WORKERS; i++)
        pthread_create(&t[i], NULL, worker, (void *)i);
    for (int i = 0; i < WORKERS; i++)
        pthread_join(t[i], NULL);
    return total[0] != 6;
}
