// why: locks that are taken by macros are locks
#include <pthread.h>

#define STATS_LOCK() pthread_mutex_lock(&stats.lock)
#define STATS_UNLOCK() pthread_mutex_unlock(&stats.lock)
#define STAT_ADD(field, n)                                                                         \
    do {                                                                                           \
        STATS_LOCK();                                                                              \
        stats.field += (n);                                                                        \
        STATS_UNLOCK();                                                                            \
    } while (0)

static struct {
    pthread_mutex_t lock;
    long hits, misses;
} stats = { .lock = PTHREAD_MUTEX_INITIALIZER };

static void *lookup(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        if (i % 3)
            STAT_ADD(hits, 1);
        else
            STAT_ADD(misses, 1);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, lookup, NULL);
    pthread_create(&b, NULL, lookup, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
