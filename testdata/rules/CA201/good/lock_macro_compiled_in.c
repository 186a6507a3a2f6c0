// why: the same macros with the switch on: the lock is taken in this build
// flags: -DTHREAD_SAFE
#include <pthread.h>

#ifdef THREAD_SAFE
#define STATS_LOCK() pthread_mutex_lock(&stats.lock)
#define STATS_UNLOCK() pthread_mutex_unlock(&stats.lock)
#else
#define STATS_LOCK() ((void)0)
#define STATS_UNLOCK() ((void)0)
#endif

static struct {
    pthread_mutex_t lock;
    long hits;
} stats = { .lock = PTHREAD_MUTEX_INITIALIZER };

static void *lookup(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        STATS_LOCK();
        stats.hits++;
        STATS_UNLOCK();
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
