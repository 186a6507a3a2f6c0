// why: the pool is ended through layers that each return early when there is nothing to end; after
// that nobody else is left
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct pool {
    pthread_t *ids;
    size_t n;
};
struct codec {
    struct pool *pool;
};

static FILE *trace_file;
static pthread_mutex_t trace_lock = PTHREAD_MUTEX_INITIALIZER;

static void trace(const char *text)
{
    pthread_mutex_lock(&trace_lock);
    if (trace_file != NULL)
        fputs(text, trace_file);
    pthread_mutex_unlock(&trace_lock);
}

static void *work(void *arg)
{
    trace("worked\n");
    return arg;
}

static void pool_join(struct pool *pool)
{
    for (size_t i = 0; i < pool->n; i++)
        pthread_join(pool->ids[i], NULL);
}

static void pool_free(struct pool *pool)
{
    if (pool == NULL)
        return;
    pool_join(pool);
    free(pool->ids);
    free(pool);
}

static struct pool *pool_create(size_t n)
{
    struct pool *pool = calloc(1, sizeof *pool);

    if (pool == NULL)
        return NULL;
    pool->ids = calloc(n, sizeof *pool->ids);
    for (size_t i = 0; pool->ids != NULL && i < n; i++)
        if (pthread_create(&pool->ids[pool->n], NULL, work, NULL) == 0)
            pool->n++;
    return pool;
}

static void codec_free(struct codec *c)
{
    if (c == NULL)
        return;
    pool_free(c->pool);
    free(c);
}

static void compress_all(void)
{
    struct codec *c = calloc(1, sizeof *c);

    if (c == NULL)
        return;
    c->pool = pool_create(4);
    codec_free(c);
}

int main(void)
{
    trace_file = stderr;
    compress_all();
    trace_file = NULL; /* the workers have ended */
    return 0;
}
