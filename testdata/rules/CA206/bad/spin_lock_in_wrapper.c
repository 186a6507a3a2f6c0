// why: the wrapper's lock is taken by the caller already; spin locks spin for ever then
#include <pthread.h>

struct pool {
    pthread_spinlock_t spin;
    int used;
};

static void pool_lock(struct pool *p)
{
    pthread_spin_lock(&p->spin);
}

static void pool_unlock(struct pool *p)
{
    pthread_spin_unlock(&p->spin);
}

static int pool_used(struct pool *p)
{
    pool_lock(p);
    int n = p->used;
    pool_unlock(p);
    return n;
}

int pool_take(struct pool *p)
{
    int n = -1;

    pool_lock(p);
    if (pool_used(p) < 10) // expect: CA206
        n = p->used++;
    pool_unlock(p);
    return n;
}
