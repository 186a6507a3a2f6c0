// why: the statistics lock is taken again three lines below: the thread waits for itself, for ever
#include <pthread.h>

static pthread_mutex_t stats_lock = PTHREAD_MUTEX_INITIALIZER;
static long hits, misses;

long total(int reset)
{
    long sum;

    pthread_mutex_lock(&stats_lock);
    sum = hits + misses;
    if (reset) {
        pthread_mutex_lock(&stats_lock); // expect: CA206
        hits = misses = 0;
        pthread_mutex_unlock(&stats_lock);
    }
    pthread_mutex_unlock(&stats_lock);
    return sum;
}
