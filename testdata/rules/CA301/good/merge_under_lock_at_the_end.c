// why: each thread counts in a table of its own and adds it to the common one once
#include <pthread.h>

enum { PER_THREAD = 1000000 };
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static unsigned long histogram[256];
static unsigned char bytes[4][PER_THREAD];

static void *count(void *arg)
{
    const unsigned char *mine = arg;
    unsigned long own[256] = {0};

    for (int i = 0; i < PER_THREAD; i++)
        own[mine[i]]++;
    pthread_mutex_lock(&m);
    for (int i = 0; i < 256; i++)
        histogram[i] += own[i];
    pthread_mutex_unlock(&m);
    return NULL;
}

int main(void)
{
    pthread_t t[4];
    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, count, bytes[i]);
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
