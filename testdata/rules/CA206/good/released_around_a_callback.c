// why: a helper is called with the lock held, releases it around the user's callback and takes it again
#include <pthread.h>

struct bus {
    pthread_mutex_t lock;
    void (*handler)(void *);
    void *data;
    int busy, calls;
};

/* Called with the lock held. */
static void deliver(struct bus *b)
{
    void (*handler)(void *) = b->handler;
    void *data = b->data;

    b->busy = 1;
    pthread_mutex_unlock(&b->lock);
    handler(data);
    pthread_mutex_lock(&b->lock);
    b->busy = 0;
}

void bus_send(struct bus *b)
{
    pthread_mutex_lock(&b->lock);
    if (!b->busy)
        deliver(b);
    b->calls++;
    pthread_mutex_unlock(&b->lock);
}
