// why: the helper wants its caller to hold the lock, and all its callers do, three calls up
#include <pthread.h>

struct pool {
    pthread_mutex_t lock;
    int free_slots;
};

static struct pool pool = { PTHREAD_MUTEX_INITIALIZER, 100 };

static void put_slot_locked(struct pool *p)
{
    p->free_slots++;
}

static void put_two_locked(struct pool *p)
{
    put_slot_locked(p);
    put_slot_locked(p);
}

static void give_back(struct pool *p, int n)
{
    pthread_mutex_lock(&p->lock);
    if (n == 1)
        put_slot_locked(p);
    else
        put_two_locked(p);
    pthread_mutex_unlock(&p->lock);
}

static void *returns(void *arg)
{
    for (int i = 0; i < 1000; i++)
        give_back(&pool, 1 + i % 2);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, returns, NULL);
    pthread_create(&b, NULL, returns, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
