// why: the other thread only tries the lock and goes on without it
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int refreshed, skipped;

static void *refresh(void *arg)
{
    pthread_mutex_lock(&lock);
    sleep(2);
    refreshed = 1;
    pthread_mutex_unlock(&lock);
    return arg;
}

static void *serve(void *arg)
{
    for (;;) {
        if (pthread_mutex_trylock(&lock) != 0) {
            skipped++;
            continue;
        }
        refreshed = 0;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, refresh, NULL);
    pthread_create(&u, NULL, serve, NULL);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
