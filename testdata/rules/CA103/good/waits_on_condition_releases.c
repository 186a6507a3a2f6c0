// why: the consumer waits on a condition variable, which releases the lock that the loop takes
#include <pthread.h>
#include <uv.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;
static int items;

static void *consumer(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&lock);
        while (items == 0)
            pthread_cond_wait(&more, &lock);
        items--;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

static void on_timer(uv_timer_t *t)
{
    (void)t;
    pthread_mutex_lock(&lock);
    items++;
    pthread_cond_signal(&more);
    pthread_mutex_unlock(&lock);
}

int main(void)
{
    pthread_t t;
    uv_timer_t timer;

    pthread_create(&t, NULL, consumer, NULL);
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
