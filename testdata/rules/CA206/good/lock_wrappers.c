// why: one function locks and another one unlocks, by design; their callers are balanced
#include <pthread.h>

struct list {
    pthread_mutex_t lock;
    int n;
};

void list_lock(struct list *l)
{
    pthread_mutex_lock(&l->lock);
}

void list_unlock(struct list *l)
{
    pthread_mutex_unlock(&l->lock);
}

int list_count(struct list *l)
{
    list_lock(l);
    int n = l->n;
    list_unlock(l);
    return n;
}
