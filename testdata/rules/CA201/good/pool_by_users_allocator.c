// why: the pool comes from an allocator that the user may give; it is filled before its threads are
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef void *(*alloc_function)(void *opaque, size_t size);
typedef void (*free_function)(void *opaque, void *address);
struct custom_mem {
    alloc_function custom_alloc;
    free_function custom_free;
    void *opaque;
};
typedef void (*job_function)(void *);
struct pool {
    struct custom_mem mem;
    pthread_t threads[2];
    job_function function;
    void *argument;
    int has_job, busy, shutdown;
    pthread_mutex_t mutex;
    pthread_cond_t push_cond, pop_cond;
};

static void *custom_calloc(size_t size, struct custom_mem mem)
{
    if (mem.custom_alloc) {
        void *p = mem.custom_alloc(mem.opaque, size);
        if (p)
            memset(p, 0, size);
        return p;
    }
    return calloc(1, size);
}

static void custom_free(void *p, struct custom_mem mem)
{
    if (mem.custom_free)
        mem.custom_free(mem.opaque, p);
    else
        free(p);
}

static void *pool_thread(void *arg)
{
    struct pool *p = arg;

    pthread_mutex_lock(&p->mutex);
    for (;;) {
        while (!p->has_job && !p->shutdown)
            pthread_cond_wait(&p->pop_cond, &p->mutex);
        if (!p->has_job)
            break;
        job_function function = p->function;
        void *argument = p->argument;
        p->has_job = 0;
        p->busy++;
        pthread_cond_signal(&p->push_cond);
        pthread_mutex_unlock(&p->mutex);
        function(argument);
        pthread_mutex_lock(&p->mutex);
        p->busy--;
    }
    pthread_mutex_unlock(&p->mutex);
    return NULL;
}

static struct pool *pool_create(struct custom_mem mem)
{
    struct pool *p = custom_calloc(sizeof(*p), mem);

    if (!p)
        return NULL;
    p->busy = 0;
    p->has_job = 0;
    pthread_mutex_init(&p->mutex, NULL);
    pthread_cond_init(&p->push_cond, NULL);
    pthread_cond_init(&p->pop_cond, NULL);
    p->shutdown = 0;
    p->mem = mem;
    for (int i = 0; i < 2; i++)
        if (pthread_create(&p->threads[i], NULL, pool_thread, p) != 0)
            abort();
    return p;
}

static void pool_add(struct pool *p, job_function function, void *argument)
{
    pthread_mutex_lock(&p->mutex);
    while (p->has_job)
        pthread_cond_wait(&p->push_cond, &p->mutex);
    p->function = function;
    p->argument = argument;
    p->has_job = 1;
    pthread_cond_signal(&p->pop_cond);
    pthread_mutex_unlock(&p->mutex);
}

static void pool_free(struct pool *p)
{
    pthread_mutex_lock(&p->mutex);
    p->shutdown = 1;
    pthread_cond_broadcast(&p->pop_cond);
    pthread_mutex_unlock(&p->mutex);
    for (int i = 0; i < 2; i++)
        pthread_join(p->threads[i], NULL);
    pthread_mutex_destroy(&p->mutex);
    custom_free(p, p->mem);
}

static void compress(void *data)
{
    (void)data;
}

static void *user(void *arg)
{
    struct custom_mem none = {0};

    for (int round = 0; round < 2; round++) {
        struct pool *p = pool_create(none);
        if (!p)
            abort();
        for (int i = 0; i < 20; i++)
            pool_add(p, compress, NULL);
        pool_free(p);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, user, NULL);
    pthread_create(&b, NULL, user, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
