// why: flush() gives the lock back that its caller took; the caller goes on as if it still held it
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int pending;
static int flushed;

static void flush(void)
{
    pending = 0;
    pthread_mutex_unlock(&lock);
}

static void *producer(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&lock);
        pending++;
        flush();
        flushed++; // expect: CA201
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
