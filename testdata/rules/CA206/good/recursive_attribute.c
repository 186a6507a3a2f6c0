// why: the mutex is made recursive by its attribute: taking it twice is what it is for
#define _GNU_SOURCE
#include <pthread.h>

struct tree {
    pthread_mutex_t lock;
    int size;
};

void tree_init(struct tree *t)
{
    pthread_mutexattr_t attr;

    pthread_mutexattr_init(&attr);
    pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(&t->lock, &attr);
    pthread_mutexattr_destroy(&attr);
}

static int tree_size(struct tree *t)
{
    pthread_mutex_lock(&t->lock);
    int n = t->size;
    pthread_mutex_unlock(&t->lock);
    return n;
}

int tree_grow(struct tree *t)
{
    pthread_mutex_lock(&t->lock);
    if (tree_size(t) < 10)
        t->size++;
    int n = t->size;
    pthread_mutex_unlock(&t->lock);
    return n;
}
