// why: each thread counts for itself and adds its sum under the lock: nothing is lost
// link: -pthread
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

enum { THREADS = 4, EACH = 500000 };

static struct {
    pthread_mutex_t lock;
    long requests;
} stats = {PTHREAD_MUTEX_INITIALIZER, 0};

static void *serve(void *arg)
{
    (void)arg;
    long served = 0;
    for (int i = 0; i < EACH; i++)
        served++;
    pthread_mutex_lock(&stats.lock);
    stats.requests += served;
    pthread_mutex_unlock(&stats.lock);
    return NULL;
}

int main(void)
{
    pthread_t thread[THREADS];
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&thread[i], NULL, serve, NULL) != 0)
            exit(2);
    for (int i = 0; i < THREADS; i++)
        pthread_join(thread[i], NULL);
    printf("figure: %ld of %d right\n", stats.requests, THREADS * EACH);
    return 0;
}
