// why: one thread delivers small messages in their order; it is no pool, and nobody waits for it
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct job {
    void (*run)(void *arg);
    void *arg;
    struct job *next;
};
struct pool {
    pthread_mutex_t lock;
    pthread_cond_t some;
    struct job *first, **last;
    pthread_t thread;
};
struct pair {
    double a, b, sum;
};

static void *work(void *arg)
{
    struct pool *p = arg;

    for (;;) {
        pthread_mutex_lock(&p->lock);
        while (!p->first)
            pthread_cond_wait(&p->some, &p->lock);
        struct job *job = p->first;
        p->first = job->next;
        if (!p->first)
            p->last = &p->first;
        pthread_mutex_unlock(&p->lock);
        job->run(job->arg);
        free(job);
    }
    return NULL;
}

static int pool_start(struct pool *p)
{
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->some, NULL);
    p->last = &p->first;
    return pthread_create(&p->thread, NULL, work, p);
}

static int pool_submit(struct pool *p, void (*run)(void *), void *arg)
{
    struct job *job = malloc(sizeof *job);

    if (!job)
        return -1;
    *job = (struct job){.run = run, .arg = arg};
    pthread_mutex_lock(&p->lock);
    *p->last = job;
    p->last = &job->next;
    pthread_cond_signal(&p->some);
    pthread_mutex_unlock(&p->lock);
    return 0;
}

static void add(void *arg)
{
    struct pair *pair = arg;
    pair->sum = pair->a + pair->b;
}

int main(void)
{
    static struct pair pairs[10000];
    static struct pool pool;

    if (pool_start(&pool) != 0)
        return 1;
    for (int i = 0; i < 10000; i++)
        pool_submit(&pool, add, &pairs[i]);
    pthread_exit(NULL);
}
