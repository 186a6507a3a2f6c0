// why: detached workers count themselves down under the lock, and main waits until none is left
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t gone = PTHREAD_COND_INITIALIZER;
static int running;
static int served;

static void *serve(void *arg)
{
    pthread_mutex_lock(&lock);
    served++;
    if (--running == 0)
        pthread_cond_signal(&gone);
    pthread_mutex_unlock(&lock);
    return arg;
}

int main(void)
{
    pthread_t t;
    int total;

    running = 4;
    for (int i = 0; i < 4; i++) {
        pthread_create(&t, NULL, serve, NULL);
        pthread_detach(t);
    }
    pthread_mutex_lock(&lock);
    while (running > 0)
        pthread_cond_wait(&gone, &lock);
    total = served;
    pthread_mutex_unlock(&lock);
    return total != 4;
}
