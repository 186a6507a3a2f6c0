// why: each stripe's lock guards the buckets of its stripe; the total is one for all, so that two threads in
// why: two stripes change it at once
#include <pthread.h>

#define STRIPES 8
#define BUCKETS 64

static pthread_mutex_t stripes[STRIPES];
static int counts[BUCKETS];
static long total;

static void count(unsigned hash)
{
    pthread_mutex_t *lock = &stripes[hash % STRIPES];

    pthread_mutex_lock(lock);
    counts[hash % BUCKETS]++;
    total++; // expect: CA201
    pthread_mutex_unlock(lock);
}

static void *worker(void *arg)
{
    unsigned seed = (unsigned)(unsigned long)arg;

    for (int i = 0; i < 5000; i++)
        count(seed = seed * 1103515245u + 12345u);
    return 0;
}

int main(void)
{
    pthread_t t[4];

    for (int i = 0; i < STRIPES; i++)
        pthread_mutex_init(&stripes[i], 0);
    for (unsigned long i = 0; i < 4; i++)
        pthread_create(&t[i], 0, worker, (void *)(i + 1));
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], 0);
    return total == 0;
}
