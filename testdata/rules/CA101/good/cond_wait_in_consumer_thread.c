// why: the consumer thread is made to wait; the loop only signals
#include <pthread.h>
#include <uv.h>

struct queue {
    pthread_mutex_t lock;
    pthread_cond_t more;
    int items;
};

static void *consumer(void *arg)
{
    struct queue *q = arg;

    for (;;) {
        pthread_mutex_lock(&q->lock);
        while (q->items == 0)
            pthread_cond_wait(&q->more, &q->lock);
        q->items--;
        pthread_mutex_unlock(&q->lock);
    }
    return NULL;
}

static void on_timer(uv_timer_t *timer)
{
    struct queue *q = timer->data;

    pthread_mutex_lock(&q->lock);
    q->items++;
    pthread_cond_signal(&q->more);
    pthread_mutex_unlock(&q->lock);
}

int main(void)
{
    static struct queue q = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0};
    pthread_t t;
    uv_timer_t timer;

    pthread_create(&t, NULL, consumer, &q);
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &q;
    uv_timer_start(&timer, on_timer, 0, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
