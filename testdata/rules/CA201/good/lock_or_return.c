// why: where the lock cannot be had the function returns, so behind it the lock is held
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long written;

static int note_written(long n)
{
    if (pthread_mutex_lock(&lock) != 0)
        return -1;
    written += n;
    pthread_mutex_unlock(&lock);
    return 0;
}

static void *writer(void *arg)
{
    for (int i = 0; i < 1000; i++)
        if (note_written(64) < 0)
            break;
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, writer, NULL);
    pthread_create(&b, NULL, writer, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
