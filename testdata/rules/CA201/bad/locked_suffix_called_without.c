// why: the helper wants its caller to hold the lock; of its three callers one does not
#include <pthread.h>

struct pool {
    pthread_mutex_t lock;
    int free_slots;
};

static struct pool pool = { PTHREAD_MUTEX_INITIALIZER, 100 };

static void put_slot_locked(struct pool *p)
{
    p->free_slots++; // expect: CA201
}

static void *returns(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&pool.lock);
        put_slot_locked(&pool);
        pthread_mutex_unlock(&pool.lock);
    }
    return arg;
}

static void *grows(void *arg)
{
    pthread_mutex_lock(&pool.lock);
    put_slot_locked(&pool);
    pthread_mutex_unlock(&pool.lock);
    return arg;
}

static void *drops(void *arg)
{
    put_slot_locked(&pool);
    return arg;
}

int main(void)
{
    pthread_t t[3];

    pthread_create(&t[0], NULL, returns, NULL);
    pthread_create(&t[1], NULL, grows, NULL);
    pthread_create(&t[2], NULL, drops, NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(t[i], NULL);
    return 0;
}
