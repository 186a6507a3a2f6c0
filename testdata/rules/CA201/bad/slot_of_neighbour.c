// why: each thread adds to its own slot, and also takes from its neighbour's
#include <pthread.h>

#define WORKERS 4

static long load[WORKERS];

static void *balance(void *arg)
{
    long id = (long)arg;

    for (int i = 0; i < 1000; i++)
        load[id]++; // expect: CA201
    if (load[(id + 1) % WORKERS] > 10)
        load[(id + 1) % WORKERS]--;
    return NULL;
}

int main(void)
{
    pthread_t t[WORKERS];

    for (long i = 0; i < WORKERS; i++)
        pthread_create(&t[i], NULL, balance, (void *)i);
    for (int i = 0; i < WORKERS; i++)
        pthread_join(t[i], NULL);
    return 0;
}
