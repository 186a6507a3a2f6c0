// why: the constructor fills the fresh pool and starts its threads last; nobody else has it before
#include <pthread.h>
#include <stdlib.h>

struct pool {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    pthread_t *threads;
    int n_threads, queued, busy;
    int is_ending;
};

static void *pool_thread(void *arg)
{
    struct pool *p = arg;

    pthread_mutex_lock(&p->lock);
    while (!p->is_ending || p->queued) {
        if (p->queued) {
            p->queued--;
            p->busy++;
            pthread_cond_broadcast(&p->changed);
            p->busy--;
        } else {
            pthread_cond_wait(&p->changed, &p->lock);
        }
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

static struct pool *pool_new(int n)
{
    struct pool *p = calloc(1, sizeof(*p));

    if (!p)
        abort();
    p->queued = 0;
    p->busy = 0;
    p->is_ending = 0;
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->changed, NULL);
    p->threads = calloc((size_t)n, sizeof(*p->threads));
    if (!p->threads)
        abort();
    for (p->n_threads = 0; p->n_threads < n; p->n_threads++)
        if (pthread_create(&p->threads[p->n_threads], NULL, pool_thread, p) != 0)
            break;
    return p;
}

static void pool_add(struct pool *p)
{
    pthread_mutex_lock(&p->lock);
    p->queued++;
    pthread_cond_signal(&p->changed);
    pthread_mutex_unlock(&p->lock);
}

static void pool_free(struct pool *p)
{
    pthread_mutex_lock(&p->lock);
    p->is_ending = 1;
    pthread_cond_broadcast(&p->changed);
    pthread_mutex_unlock(&p->lock);
    for (int i = 0; i < p->n_threads; i++)
        pthread_join(p->threads[i], NULL);
    free(p->threads);
    free(p);
}

int main(void)
{
    struct pool *readers = pool_new(2), *writers = pool_new(1);

    for (int i = 0; i < 100; i++)
        pool_add(i % 2 ? readers : writers);
    pool_free(readers);
    pool_free(writers);
    return 0;
}
