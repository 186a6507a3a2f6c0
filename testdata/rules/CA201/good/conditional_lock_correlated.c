// why: lock and unlock stand under the same flag, which is set before any thread runs
#include <pthread.h>
#include <stdbool.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static bool threaded;
static long total;

static void add(long n)
{
    if (threaded)
        pthread_mutex_lock(&lock);
    total += n;
    if (threaded)
        pthread_mutex_unlock(&lock);
}

static void *adder(void *arg)
{
    for (int i = 0; i < 1000; i++)
        add(i);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    add(1);
    threaded = true;
    pthread_create(&a, NULL, adder, NULL);
    pthread_create(&b, NULL, adder, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    threaded = false;
    add(-1);
    return 0;
}
