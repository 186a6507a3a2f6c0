// why: main frees the table while the worker that got it still reads it
#include <pthread.h>
#include <stdlib.h>

static void *sum(void *arg)
{
    int *table = arg;
    long total = 0;

    for (int i = 0; i < 1000; i++)
        total += table[i];
    return total ? arg : NULL;
}

int main(void)
{
    pthread_t t;
    int *table = calloc(1000, sizeof(*table));

    if (!table)
        return 1;
    pthread_create(&t, NULL, sum, table);
    free(table); // wrong: missed CA201
    pthread_join(t, NULL);
    return 0;
}
