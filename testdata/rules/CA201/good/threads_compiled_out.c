// why: without -DUSE_THREADS there is one thread, and the counter needs no lock
#include <stdio.h>
#ifdef USE_THREADS
#include <pthread.h>
#endif

static int done;

static void *work(void *arg)
{
    for (int i = 0; i < 100; i++)
        done++;
    return arg;
}

int main(void)
{
#ifdef USE_THREADS
    pthread_t a, b;

    pthread_create(&a, NULL, work, NULL);
    pthread_create(&b, NULL, work, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
#else
    work(NULL);
    work(NULL);
#endif
    printf("%d\n", done);
    return 0;
}
