// why: the parameter says whether the caller holds the lock already, and the callers tell the truth
#include <pthread.h>
#include <stdbool.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long total;

static void add(long n, bool is_locked)
{
    if (!is_locked)
        pthread_mutex_lock(&lock);
    total += n;
    if (!is_locked)
        pthread_mutex_unlock(&lock);
}

static void *adder(void *arg)
{
    for (int i = 0; i < 1000; i++)
        add(i, false);
    return arg;
}

static void *batch_adder(void *arg)
{
    pthread_mutex_lock(&lock);
    for (int i = 0; i < 1000; i++)
        add(i, true);
    pthread_mutex_unlock(&lock);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, adder, NULL);
    pthread_create(&b, NULL, batch_adder, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
