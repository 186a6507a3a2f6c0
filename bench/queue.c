/* A ring under one lock, with a condition for each direction. */
#include "bench/queue.h"

#include <sys/mman.h>

enum { CAP_MIN = 64 }; /* so that light tasks do not make the producer wait for each */

struct item {
    uint64_t put_ns;
    uint32_t task;
};

struct queue {
    pthread_mutex_t lock;
    pthread_cond_t filled, emptied, drained;
    size_t size; /* of the whole mapping */
    uint32_t cap, n, head, workers, idle;
    bool closed;
    struct item items[];
};

struct queue *queue_new(uint32_t workers)
{
    ASSERT(workers > 0);
    uint32_t cap = workers > CAP_MIN / 2 ? 2 * workers : CAP_MIN;
    size_t size = sizeof(struct queue) + arena_size(cap, sizeof(struct item));
    struct queue *q =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (q == MAP_FAILED)
        out_of_memory();
    pthread_mutexattr_t mutex;
    pthread_condattr_t cond;
    int rc = pthread_mutexattr_init(&mutex) | pthread_condattr_init(&cond);
    rc |= pthread_mutexattr_setpshared(&mutex, PTHREAD_PROCESS_SHARED);
    rc |= pthread_condattr_setpshared(&cond, PTHREAD_PROCESS_SHARED);
    rc |= pthread_mutex_init(&q->lock, &mutex);
    rc |= pthread_cond_init(&q->filled, &cond) | pthread_cond_init(&q->emptied, &cond);
    rc |= pthread_cond_init(&q->drained, &cond);
    ASSERT(rc == 0);
    (void)pthread_mutexattr_destroy(&mutex);
    (void)pthread_condattr_destroy(&cond);
    q->size = size;
    q->cap = cap;
    q->workers = workers;
    return q;
}

void queue_free(struct queue *q)
{
    (void)munmap(q, q->size);
}

void queue_put(struct queue *q, uint32_t task)
{
    (void)pthread_mutex_lock(&q->lock);
    while (q->n == q->cap)
        (void)pthread_cond_wait(&q->emptied, &q->lock);
    q->items[(q->head + q->n++) % q->cap] = (struct item){now_ns(), task};
    if (q->idle > 0)
        (void)pthread_cond_signal(&q->filled);
    (void)pthread_mutex_unlock(&q->lock);
}

void queue_drain(struct queue *q)
{
    (void)pthread_mutex_lock(&q->lock);
    while (q->n > 0 || q->idle < q->workers)
        (void)pthread_cond_wait(&q->drained, &q->lock);
    (void)pthread_mutex_unlock(&q->lock);
}

void queue_close(struct queue *q)
{
    (void)pthread_mutex_lock(&q->lock);
    q->closed = true;
    (void)pthread_cond_broadcast(&q->filled);
    (void)pthread_mutex_unlock(&q->lock);
}

bool queue_take(struct queue *q, uint32_t *task, uint64_t *put_ns)
{
    (void)pthread_mutex_lock(&q->lock);
    q->idle++;
    while (q->n == 0 && !q->closed) {
        if (q->idle == q->workers)
            (void)pthread_cond_signal(&q->drained);
        (void)pthread_cond_wait(&q->filled, &q->lock);
    }
    bool got = q->n > 0;
    if (got) {
        q->idle--;
        *task = q->items[q->head].task;
        *put_ns = q->items[q->head].put_ns;
        q->head = (q->head + 1) % q->cap;
        if (q->n-- == q->cap)
            (void)pthread_cond_signal(&q->emptied);
    }
    (void)pthread_mutex_unlock(&q->lock);
    return got;
}

void queue_work(struct queue *q, struct run *r, uint32_t worker)
{
    uint64_t put_ns, free_ns = 0;
    uint32_t task;
    while (queue_take(q, &task, &put_ns)) {
        /* A task in the queue could not start before a worker was free. */
        uint64_t start = put_ns > free_ns ? put_ns : free_ns;
        run_task_done(r, task, start, work_do(&r->work, task, worker));
        free_ns = now_ns();
    }
}
