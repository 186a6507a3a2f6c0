// why: four threads count into one variable with no lock: updates are lost
// link: -pthread
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

enum { THREADS = 4, EACH = 500000 };

static struct {
    long requests;
} stats;

__attribute__((noinline)) static void count_request(void)
{
    stats.requests++; // expect: CA201
}

static void *serve(void *arg)
{
    (void)arg;
    for (int i = 0; i < EACH; i++)
        count_request();
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
