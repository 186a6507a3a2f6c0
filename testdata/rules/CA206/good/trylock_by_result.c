// why: a trylock wrapper: the lock is held when it returns true, and only then released
#include <pthread.h>
#include <stdbool.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int skipped, done;

static bool try_enter(void)
{
    if (pthread_mutex_trylock(&lock) != 0) {
        __sync_fetch_and_add(&skipped, 1);
        return false;
    }
    return true;
}

void tick(void)
{
    if (!try_enter())
        return;
    done++;
    pthread_mutex_unlock(&lock);
}
