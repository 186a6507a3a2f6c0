// why: a single worker computes under the lock; there is nobody to run in parallel with
#include <pthread.h>

static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static double sums[1000];

static void *worker(void *arg)
{
    pthread_mutex_lock(&m);
    for (int i = 0; i < 1000; i++)
        for (int k = 0; k < 1000; k++)
            sums[i] += k * i;
    pthread_mutex_unlock(&m);
    return arg;
}

int main(void)
{
    pthread_t t;
    pthread_create(&t, NULL, worker, NULL);
    pthread_mutex_lock(&m);
    sums[0] = 0;
    pthread_mutex_unlock(&m);
    pthread_join(t, NULL);
    return 0;
}
