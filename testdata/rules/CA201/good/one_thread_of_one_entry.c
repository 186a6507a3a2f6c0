// why: only one thread ever runs the entry, and main waits for it: nothing runs beside it
#include <pthread.h>

struct pool {
    pthread_t thread;
    long finished;
};

static void *worker(void *arg)
{
    struct pool *pool = arg;

    for (int i = 0; i < 200; i++)
        pool->finished++;
    return NULL;
}

int main(void)
{
    static struct pool pool;

    pthread_create(&pool.thread, NULL, worker, &pool);
    pthread_join(pool.thread, NULL);
    return pool.finished != 200;
}
