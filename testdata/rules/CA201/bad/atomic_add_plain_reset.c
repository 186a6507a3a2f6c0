// why: workers add with an atomic builtin, the reporter sets the total back with a plain store
#include <pthread.h>

static long total;

static void *worker(void *arg)
{
    for (int i = 0; i < 1000; i++)
        __atomic_fetch_add(&total, 3, __ATOMIC_RELAXED);
    return arg;
}

static void *reporter(void *arg)
{
    long seen = __atomic_load_n(&total, __ATOMIC_RELAXED);

    total = 0; // expect: CA201
    return seen ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, reporter, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
