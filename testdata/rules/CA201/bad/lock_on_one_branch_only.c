// why: large requests are counted under the lock, small ones take a short cut around it
#include <pthread.h>
#include <stdint.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long large_bytes;
static long all_bytes;

static void count(long n)
{
    if (n > 4096) {
        pthread_mutex_lock(&lock);
        large_bytes += n;
        all_bytes += n;
        pthread_mutex_unlock(&lock);
        return;
    }
    all_bytes += n; // expect: CA201
}

static void *serve(void *arg)
{
    for (int i = 0; i < 1000; i++)
        count((i % 2) ? 100 : 8192);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, serve, NULL);
    pthread_create(&b, NULL, serve, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
