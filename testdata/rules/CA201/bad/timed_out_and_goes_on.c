// why: when the lock is not had in time, the warning is printed and the write happens all the same
#include <pthread.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long written;

static void *syncer(void *arg)
{
    pthread_mutex_lock(&lock);
    written = 0;
    usleep(200 * 1000);
    written++;
    pthread_mutex_unlock(&lock);
    return arg;
}

static void *writer(void *arg)
{
    struct timespec until;
    int rc;

    usleep(20 * 1000);
    clock_gettime(CLOCK_REALTIME, &until);
    rc = pthread_mutex_timedlock(&lock, &until);
    if (rc != 0)
        fputs("lock is slow\n", stderr);
    written += 64; // expect: CA201
    if (rc == 0)
        pthread_mutex_unlock(&lock);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, syncer, NULL);
    pthread_create(&b, NULL, writer, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
