// why: pthread_cond_wait() releases the mutex while it waits
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;
static int n;

static void *consume(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&lock);
        while (n == 0)
            pthread_cond_wait(&more, &lock);
        n--;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

static void *produce(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&lock);
        n++;
        pthread_cond_signal(&more);
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, consume, NULL);
    pthread_create(&u, NULL, produce, NULL);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
