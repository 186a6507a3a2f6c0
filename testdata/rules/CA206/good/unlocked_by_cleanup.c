// why: a cleanup attribute releases the lock on every way out of the scope
#include <pthread.h>

static void unlock(pthread_mutex_t **m)
{
    pthread_mutex_unlock(*m);
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int value;

int take(int limit)
{
    __attribute__((cleanup(unlock))) pthread_mutex_t *held = &lock;

    pthread_mutex_lock(held);
    if (value > limit)
        return -1;
    return value++;
}
