// why: the total is printed between the creation loop and the join loop
#include <pthread.h>
#include <stdio.h>

#define WORKERS 4

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long total;

static void *count(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&lock);
        total++;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

int main(void)
{
    pthread_t ids[WORKERS];

    for (int i = 0; i < WORKERS; i++)
        pthread_create(&ids[i], NULL, count, NULL);
    printf("%ld\n", total); // expect: CA201
    for (int i = 0; i < WORKERS; i++)
        pthread_join(ids[i], NULL);
    return 0;
}
