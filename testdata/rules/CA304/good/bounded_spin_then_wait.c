// why: a short, counted spin before the real wait is a known optimisation
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

struct event {
    atomic_int set;
    pthread_mutex_t lock;
    pthread_cond_t cond;
};

void event_set(struct event *e)
{
    pthread_mutex_lock(&e->lock);
    atomic_store(&e->set, 1);
    pthread_cond_broadcast(&e->cond);
    pthread_mutex_unlock(&e->lock);
}

void event_wait(struct event *e)
{
    for (int i = 0; i < 100; i++) {
        if (atomic_load(&e->set))
            return;
        sched_yield();
    }
    pthread_mutex_lock(&e->lock);
    while (!atomic_load(&e->set))
        pthread_cond_wait(&e->cond, &e->lock);
    pthread_mutex_unlock(&e->lock);
}
