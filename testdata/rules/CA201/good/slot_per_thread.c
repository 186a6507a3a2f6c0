// why: each thread writes the slot whose number it was given; main adds them up after the joins
#include <pthread.h>

#define WORKERS 4

static long sums[WORKERS];

static void *worker(void *arg)
{
    long id = (long)arg;

    for (int i = 0; i < 1000; i++)
        sums[id] += i;
    return NULL;
}

int main(void)
{
    pthread_t t[WORKERS];
    long total = 0;

    for (long i = 0; i < WORKERS; i++)
        pthread_create(&t[i], NULL, worker, (void *)i);
    for (int i = 0; i < WORKERS; i++) {
        pthread_join(t[i], NULL);
        total += sums[i];
    }
    return total == 0;
}
