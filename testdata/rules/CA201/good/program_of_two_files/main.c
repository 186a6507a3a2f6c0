#include "counter.h"

#include <pthread.h>

static long count;

static void *count_words(void *arg)
{
    for (int i = 0; i < 1000; i++)
        count++;
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, count_lines, NULL);
    pthread_create(&b, NULL, count_words, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
