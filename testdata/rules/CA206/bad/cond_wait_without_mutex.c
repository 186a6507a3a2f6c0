// why: the mutex is released before the wait: pthread_cond_wait() must be called with it held
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ready = PTHREAD_COND_INITIALIZER;
static int n_ready;

int wait_ready(void)
{
    int n;

    pthread_mutex_lock(&lock);
    n = n_ready;
    pthread_mutex_unlock(&lock);
    while (n == 0) {
        pthread_cond_wait(&ready, &lock); // expect: CA206
        n = n_ready;
    }
    return n;
}
