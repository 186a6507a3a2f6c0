// why: two hundred looks at a lock with naps of a millisecond between them, in place of a lock with a time-out
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <unistd.h>

struct store {
    pthread_mutex_t lock;
    int n;
};

static bool store_lock(struct store *s)
{
    for (int tries = 0; tries < 200; tries++) { // expect: CA304
        if (pthread_mutex_trylock(&s->lock) == 0)
            return true;
        usleep(1000);
    }
    return false;
}

static int store_add(struct store *s, int n)
{
    if (!store_lock(s))
        return -ETIMEDOUT;
    s->n += n;
    pthread_mutex_unlock(&s->lock);
    return 0;
}

static void *worker(void *arg)
{
    while (store_add(arg, 1) == 0)
        ;
    return NULL;
}

int main(void)
{
    static struct store store = {.lock = PTHREAD_MUTEX_INITIALIZER};
    pthread_t t;

    pthread_create(&t, NULL, worker, &store);
    store_add(&store, 2);
    pthread_join(t, NULL);
    return 0;
}
