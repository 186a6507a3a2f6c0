// why: a lock call that failed has not locked, so the early return has nothing to release
#include <pthread.h>

struct counter {
    pthread_mutex_t lock;
    long value;
};

int counter_add(struct counter *c, long by)
{
    int err = pthread_mutex_lock(&c->lock);
    if (err != 0)
        return err;
    c->value += by;
    return pthread_mutex_unlock(&c->lock);
}
