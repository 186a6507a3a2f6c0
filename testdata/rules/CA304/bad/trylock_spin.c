// why: trylock in a loop instead of lock
#include <pthread.h>
#include <sched.h>

static pthread_mutex_t stats_lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned long hits;

void count_hit(void)
{
    while (pthread_mutex_trylock(&stats_lock) != 0) // expect: CA304
        sched_yield();
    hits++;
    pthread_mutex_unlock(&stats_lock);
}
