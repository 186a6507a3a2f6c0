// why: the helper gives the lock back around a slow call and takes it again before it returns
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int pending;
static int flushed;

static void flush(void)
{
    pending = 0;
    pthread_mutex_unlock(&lock);
    usleep(100);
    pthread_mutex_lock(&lock);
}

static void *producer(void *arg)
{
    for (int i = 0; i < 100; i++) {
        pthread_mutex_lock(&lock);
        pending++;
        flush();
        flushed++;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, producer, NULL);
    pthread_create(&b, NULL, producer, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
