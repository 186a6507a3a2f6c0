// program: threads
#include <pthread.h>

enum { PARTS = 4, SIZE = 1 << 20 };
static double values[SIZE], sums[PARTS];

static void *add_part(void *arg)
{
    long part = (long)arg;
    for (long i = part * (SIZE / PARTS); i < (part + 1) * (SIZE / PARTS); i++)
        sums[part] += values[i] * values[i];
    return NULL;
}

int main(void)
{
    pthread_t t[PARTS];
    for (long i = 0; i < PARTS; i++)
        pthread_create(&t[i], NULL, add_part, (void *)i); // unit: threads
    for (int i = 0; i < PARTS; i++)
        pthread_join(t[i], NULL);
    return sums[0] > 0;
}
