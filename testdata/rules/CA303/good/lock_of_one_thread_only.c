// why: only one thread ever takes this lock: nobody waits for it
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t own = PTHREAD_MUTEX_INITIALIZER;
static int ticks;

static void *ticker(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&own);
        ticks++;
        sleep(1);
        pthread_mutex_unlock(&own);
    }
    return arg;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, ticker, NULL);
    return pthread_join(t, NULL);
}
