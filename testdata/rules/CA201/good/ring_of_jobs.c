// why: jobs are copied into and out of a ring under the lock; each record behind them has one user
#include <pthread.h>
#include <stdlib.h>

struct job {
    void (*run)(void *);
    void *opaque;
};

struct block {
    int size;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t pushed = PTHREAD_COND_INITIALIZER;
static struct job ring[8];
static unsigned first, count;

static void push(void (*run)(void *), void *opaque)
{
    pthread_mutex_lock(&lock);
    while (count == 8)
        pthread_cond_wait(&pushed, &lock);
    ring[(first + count++) % 8] = (struct job){ run, opaque };
    pthread_cond_broadcast(&pushed);
    pthread_mutex_unlock(&lock);
}

static void *worker(void *arg)
{
    for (int i = 0; i < 50; i++) {
        struct job job;

        pthread_mutex_lock(&lock);
        while (count == 0)
            pthread_cond_wait(&pushed, &lock);
        job = ring[first];
        first = (first + 1) % 8;
        count--;
        pthread_cond_broadcast(&pushed);
        pthread_mutex_unlock(&lock);
        job.run(job.opaque);
    }
    return arg;
}

static void compress(void *opaque)
{
    struct block *b = opaque;

    b->size /= 2;
    free(b);
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, worker, NULL);
    for (int i = 0; i < 100; i++) {
        struct block *block = malloc(sizeof(*block));

        if (!block)
            abort();
        block->size = i;
        push(compress, block);
    }
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
