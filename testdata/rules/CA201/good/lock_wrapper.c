// why: the program's own lock and unlock functions lock what is passed, two calls deep
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t cache_lock = PTHREAD_MUTEX_INITIALIZER;
static int entries;

static void must_lock(pthread_mutex_t *m)
{
    if (pthread_mutex_lock(m) != 0)
        abort();
}

static void cache_enter(void)
{
    must_lock(&cache_lock);
}

static void cache_leave(void)
{
    if (pthread_mutex_unlock(&cache_lock) != 0)
        abort();
}

static void *fill(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        cache_enter();
        entries++;
        cache_leave();
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, fill, NULL);
    pthread_create(&b, NULL, fill, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
