// why: the pool waits for its threads to end with the lock held that they need in order to end
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_t threads[4];
static int stopping, done;

static void *worker(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&lock);
        int stop = stopping;
        done += stop;
        pthread_mutex_unlock(&lock);
        if (stop)
            return arg;
    }
}

static void pool_stop(void)
{
    pthread_mutex_lock(&lock);
    stopping = 1;
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL); // expect: CA303
    pthread_mutex_unlock(&lock);
}

int main(void)
{
    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, worker, NULL);
    pool_stop();
    return done;
}
