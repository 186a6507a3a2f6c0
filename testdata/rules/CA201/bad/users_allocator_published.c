// why: the record comes from the user's allocator and is private at first; then all workers have it
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct memory {
    void *(*alloc)(void *user, size_t size);
    void (*release)(void *user, void *p);
    void *user;
};
struct cache {
    pthread_mutex_t lock;
    long hits, misses;
    struct memory memory;
};

static struct cache *cache;

static void *default_alloc(void *user, size_t size)
{
    (void)user;
    return malloc(size);
}

static void default_release(void *user, void *p)
{
    (void)user;
    free(p);
}

static struct cache *cache_create(struct memory *m)
{
    struct cache *c = m->alloc(m->user, sizeof(*c));

    if (!c)
        abort();
    memset(c, 0, sizeof(*c));
    c->memory = *m;
    c->hits = c->misses = 0;
    pthread_mutex_init(&c->lock, NULL);
    return c;
}

static void count(int found)
{
    if (found) {
        pthread_mutex_lock(&cache->lock);
        cache->hits++;
        pthread_mutex_unlock(&cache->lock);
    } else {
        cache->misses++; // expect: CA201
    }
}

static void *worker(void *arg)
{
    for (int i = 0; i < 2000; i++)
        count(i % 7 != 0);
    return arg;
}

int main(void)
{
    struct memory m = {default_alloc, default_release, NULL};
    pthread_t a, b;

    cache = cache_create(&m);
    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, worker, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    pthread_mutex_destroy(&cache->lock);
    m.release(m.user, cache);
    return 0;
}
