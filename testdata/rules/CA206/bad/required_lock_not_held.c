// why: the helper says that it needs the lock, its body is right, and one of its callers forgets it
#include <pthread.h>
#include <stdio.h>

#ifdef __clang__
#define CAPABILITY(x) __attribute__((capability(x)))
#define REQUIRES(...) __attribute__((requires_capability(__VA_ARGS__)))
#define GUARDED_BY(x) __attribute__((guarded_by(x)))
#else
#define CAPABILITY(x)
#define REQUIRES(...)
#define GUARDED_BY(x)
#endif

struct CAPABILITY("mutex") mutex {
    pthread_mutex_t m;
};
struct cache {
    struct mutex lock;
    int entries GUARDED_BY(lock);
};

static struct cache cache = {{PTHREAD_MUTEX_INITIALIZER}, 0};

static int cache_drop_old(struct cache *c) REQUIRES(c->lock);

static int cache_drop_old(struct cache *c)
{
    int n = c->entries / 2;
    c->entries -= n;
    return n;
}

static void cache_add(struct cache *c)
{
    pthread_mutex_lock(&c->lock.m);
    if (++c->entries > 100)
        (void)cache_drop_old(c);
    pthread_mutex_unlock(&c->lock.m);
}

static void *fill(void *arg)
{
    for (int i = 0; i < 1000; i++)
        cache_add(arg);
    return NULL;
}

static void *age(void *arg)
{
    for (int i = 0; i < 10; i++)
        printf("%d dropped\n", cache_drop_old(arg)); // expect: CA206
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, fill, &cache);
    pthread_create(&b, NULL, age, &cache);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
