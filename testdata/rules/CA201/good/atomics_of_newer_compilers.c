// why: the macros are atomic operations for every GCC since 4.7; plain ones are for older compilers
#include <pthread.h>
#include <stdio.h>

#if defined(__GNUC__) && (__GNUC__ > 4 || (__GNUC__ == 4 && __GNUC_MINOR__ >= 7))
#define load_relaxed(p) __atomic_load_n(p, __ATOMIC_RELAXED)
#define store_relaxed(p, v) __atomic_store_n(p, v, __ATOMIC_RELAXED)
#else
#define load_relaxed(p) (*p)
#define store_relaxed(p, v) do *p = v; while (0)
#endif

static unsigned kernel_version(void)
{
    static unsigned cached;
    unsigned version = load_relaxed(&cached);

    if (version != 0)
        return version;
    version = 6u * 65536;
    store_relaxed(&cached, version);
    return version;
}

static void *worker(void *arg)
{
    for (int i = 0; i < 100; i++)
        if (kernel_version() == 0)
            return arg;
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, worker, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%u\n", kernel_version());
    return 0;
}
