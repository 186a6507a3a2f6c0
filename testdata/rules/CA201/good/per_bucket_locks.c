// why: each bucket has its own lock, and the bucket that is changed is the one that is locked
#include <pthread.h>

#define BUCKETS 8

static pthread_mutex_t locks[BUCKETS];
static int counts[BUCKETS];

static void count_key(unsigned key)
{
    unsigned b = key % BUCKETS;

    pthread_mutex_lock(&locks[b]);
    counts[b]++;
    pthread_mutex_unlock(&locks[b]);
}

static void *feed(void *arg)
{
    for (unsigned i = 0; i < 1000; i++)
        count_key(i * 7);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    for (int i = 0; i < BUCKETS; i++)
        pthread_mutex_init(&locks[i], NULL);
    pthread_create(&a, NULL, feed, NULL);
    pthread_create(&b, NULL, feed, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
