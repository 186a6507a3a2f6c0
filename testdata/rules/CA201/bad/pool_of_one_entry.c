// why: one entry function, but eight threads run it, all on one counter
#include <pthread.h>

#define WORKERS 8

struct pool {
    pthread_t threads[WORKERS];
    long finished;
};

static void *worker(void *arg)
{
    struct pool *pool = arg;

    for (int i = 0; i < 200; i++)
        pool->finished++; // expect: CA201
    return NULL;
}

int main(void)
{
    static struct pool pool;

    for (int i = 0; i < WORKERS; i++)
        pthread_create(&pool.threads[i], NULL, worker, &pool);
    for (int i = 0; i < WORKERS; i++)
        pthread_join(pool.threads[i], NULL);
    return 0;
}
