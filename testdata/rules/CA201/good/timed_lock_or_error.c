// why: who does not get the lock in time leaves without touching the counter
#include <pthread.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long written;

static int add_written(long n)
{
    struct timespec until;
    int rc;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += 1;
    rc = pthread_mutex_timedlock(&lock, &until);
    if (rc)
        return rc;
    written += n;
    return pthread_mutex_unlock(&lock);
}

static void *writer(void *arg)
{
    for (int i = 0; i < 1000 && add_written(64) == 0; i++)
        ;
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
