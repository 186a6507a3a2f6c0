// why: every worker counts under the lock, but the reporter resets the counter without it
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long requests;

static void *worker(void *arg)
{
    for (int i = 0; i < 2000; i++) {
        pthread_mutex_lock(&lock);
        requests++;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

static void *reporter(void *arg)
{
    for (int i = 0; i < 100; i++)
        requests = 0; // expect: CA201
    return arg;
}

int main(void)
{
    pthread_t w, r;

    pthread_create(&w, NULL, worker, NULL);
    pthread_create(&r, NULL, reporter, NULL);
    pthread_join(w, NULL);
    pthread_join(r, NULL);
    printf("%ld\n", requests);
    return 0;
}
