// why: the callback sleeps on a condition variable until a worker has produced the result
#include <pthread.h>
#include <uv.h>

struct job {
    pthread_mutex_t lock;
    pthread_cond_t ready;
    int have;
};

static void *produce(void *arg)
{
    struct job *j = arg;

    pthread_mutex_lock(&j->lock);
    j->have = 1;
    pthread_cond_signal(&j->ready);
    pthread_mutex_unlock(&j->lock);
    return NULL;
}

static void on_timer(uv_timer_t *timer)
{
    struct job *j = timer->data;

    pthread_mutex_lock(&j->lock);
    while (!j->have)
        pthread_cond_wait(&j->ready, &j->lock); // expect: CA101
    j->have = 0;
    pthread_mutex_unlock(&j->lock);
}

int main(void)
{
    static struct job j = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0};
    pthread_t t;
    uv_timer_t timer;

    pthread_create(&t, NULL, produce, &j);
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &j;
    uv_timer_start(&timer, on_timer, 0, 1000);
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    return pthread_join(t, NULL);
}
