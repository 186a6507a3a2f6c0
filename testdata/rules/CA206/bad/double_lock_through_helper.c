// why: evict() takes the cache's lock, and its caller holds it already
#include <pthread.h>
#include <stdlib.h>

struct item {
    struct item *next;
};
struct cache {
    pthread_mutex_t lock;
    struct item *first;
    int n;
};

static void evict(struct cache *c)
{
    pthread_mutex_lock(&c->lock);
    struct item *i = c->first;
    if (i) {
        c->first = i->next;
        c->n--;
        free(i);
    }
    pthread_mutex_unlock(&c->lock);
}

void cache_add(struct cache *c, struct item *i)
{
    pthread_mutex_lock(&c->lock);
    if (c->n > 100)
        evict(c); // expect: CA206
    i->next = c->first;
    c->first = i;
    c->n++;
    pthread_mutex_unlock(&c->lock);
}
