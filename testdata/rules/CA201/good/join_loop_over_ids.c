// why: as many joins as creations, over one array of ids; the totals are read behind the last
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long total;

static void *count(void *arg)
{
    pthread_mutex_lock(&lock);
    total += 5;
    pthread_mutex_unlock(&lock);
    return arg;
}

int main(int argc, char **argv)
{
    int n = argc > 1 ? atoi(argv[1]) : 4;
    pthread_t *ids = calloc((size_t)n, sizeof(*ids));

    if (!ids)
        return 1;
    for (int i = 0; i < n; i++)
        pthread_create(&ids[i], NULL, count, NULL);
    for (int i = 0; i < n; i++)
        pthread_join(ids[i], NULL);
    printf("%ld\n", total);
    free(ids);
    return 0;
}
