// why: a stop function yields until all workers have left
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <unistd.h>

struct pool {
    atomic_int running;
    atomic_int stopping;
};

static void *worker(void *arg)
{
    struct pool *p = arg;
    while (!atomic_load(&p->stopping))
        sleep(1);
    atomic_fetch_sub(&p->running, 1);
    return NULL;
}

int pool_start(struct pool *p, int n)
{
    for (int i = 0; i < n; i++) {
        pthread_t t;
        if (pthread_create(&t, NULL, worker, p))
            return -1;
        pthread_detach(t);
        atomic_fetch_add(&p->running, 1);
    }
    return 0;
}

void pool_stop(struct pool *p)
{
    atomic_store(&p->stopping, 1);
    while (atomic_load(&p->running) > 0) // expect: CA304
        sched_yield();
}
