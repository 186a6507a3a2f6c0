// why: a connection's lock, then its pool's; the pool's reaper takes them the other way round
#include <pthread.h>

struct pool;
struct conn {
    pthread_mutex_t lock;
    struct pool *pool;
    struct conn *next;
    int idle;
};
struct pool {
    pthread_mutex_t lock;
    struct conn *first;
    int n_idle;
};
static struct pool the_pool = {.lock = PTHREAD_MUTEX_INITIALIZER};
static struct conn conns[8];

static void conn_release(struct conn *c)
{
    pthread_mutex_lock(&c->lock);
    c->idle = 1;
    pthread_mutex_lock(&c->pool->lock);
    c->pool->n_idle++;
    pthread_mutex_unlock(&c->pool->lock);
    pthread_mutex_unlock(&c->lock);
}

static void pool_reap(struct pool *p)
{
    pthread_mutex_lock(&p->lock);
    for (struct conn *c = p->first; c; c = c->next) {
        pthread_mutex_lock(&c->lock); // expect: CA205
        c->idle = 0;
        pthread_mutex_unlock(&c->lock);
    }
    p->n_idle = 0;
    pthread_mutex_unlock(&p->lock);
}

static void *worker(void *arg)
{
    for (;;)
        conn_release(arg);
    return NULL;
}

static void *reaper(void *arg)
{
    for (;;)
        pool_reap(arg);
    return NULL;
}

int main(void)
{
    pthread_t t, u;

    for (int i = 0; i < 8; i++) {
        pthread_mutex_init(&conns[i].lock, NULL);
        conns[i].pool = &the_pool;
        conns[i].next = the_pool.first;
        the_pool.first = &conns[i];
    }
    pthread_create(&t, NULL, worker, &conns[0]);
    pthread_create(&u, NULL, reaper, &the_pool);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
