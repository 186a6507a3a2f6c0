// why: the configuration is filled before the readers start, and changed once more while they run
#include <pthread.h>

#define READERS 4

static struct {
    int limit;
} config;

static void configure(int limit)
{
    config.limit = limit; // expect: CA201
}

static void *reader(void *arg)
{
    long n = 0;

    for (int i = 0; i < config.limit; i++)
        n++;
    return n ? arg : NULL;
}

int main(void)
{
    pthread_t t[READERS];

    configure(100);
    for (int i = 0; i < READERS; i++)
        pthread_create(&t[i], NULL, reader, NULL);
    configure(50);
    for (int i = 0; i < READERS; i++)
        pthread_join(t[i], NULL);
    return 0;
}
