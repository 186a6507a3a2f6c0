// why: both branches take the lock, and one place behind them gives it back
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long large_bytes;
static long all_bytes;

static void count(long n)
{
    if (n > 4096) {
        pthread_mutex_lock(&lock);
        large_bytes += n;
    } else {
        pthread_mutex_lock(&lock);
    }
    all_bytes += n;
    pthread_mutex_unlock(&lock);
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
