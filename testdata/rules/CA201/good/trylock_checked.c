// why: the write happens only where trylock said that it got the lock
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int depth;

static void *slow(void *arg)
{
    for (int i = 0; i < 2000; i++) {
        pthread_mutex_lock(&lock);
        depth++;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

static void *eager(void *arg)
{
    for (int i = 0; i < 2000; i++) {
        if (pthread_mutex_trylock(&lock) == 0) {
            depth--;
            pthread_mutex_unlock(&lock);
        }
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, slow, NULL);
    pthread_create(&b, NULL, eager, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
