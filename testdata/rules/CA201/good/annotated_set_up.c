// why: the record is set up by a function that its author exempts; afterwards every access asserts or
// why: requires the lock
#include <pthread.h>
#include <stdlib.h>

#ifdef __clang__
#define TSA(x) __attribute__((x))
#else
#define TSA(x)
#endif
#define GUARDED_BY(x) TSA(guarded_by(x))
#define REQUIRES(x) TSA(requires_capability(x))
#define ASSERT_HELD(x) TSA(assert_capability(x))
#define NO_THREAD_SAFETY_ANALYSIS TSA(no_thread_safety_analysis)

struct TSA(capability("mutex")) mutex {
    pthread_mutex_t m;
};
struct queue {
    struct mutex lock;
    int head GUARDED_BY(lock);
    int tail GUARDED_BY(lock);
    int slot[8] GUARDED_BY(lock);
};

static struct queue *shared;

static void mutex_assert_held(struct mutex *m) ASSERT_HELD(m);
static void mutex_assert_held(struct mutex *m)
{
    if (pthread_mutex_trylock(&m->m) == 0)
        abort();
}

NO_THREAD_SAFETY_ANALYSIS static void queue_reset(struct queue *q)
{
    pthread_mutex_init(&q->lock.m, NULL);
    q->head = q->tail = 0;
}

static void queue_put(struct queue *q, int value) REQUIRES(q->lock);
static void queue_put(struct queue *to, int value)
{
    if (to->tail - to->head < 8)
        to->slot[to->tail++ % 8] = value;
}

static int queue_get(struct queue *q)
{
    mutex_assert_held(&q->lock);
    return q->head < q->tail ? q->slot[q->head++ % 8] : -1;
}

static void *producer(void *arg)
{
    (void)arg;
    for (int i = 0; i < 200; i++) {
        pthread_mutex_lock(&shared->lock.m);
        queue_put(shared, i);
        pthread_mutex_unlock(&shared->lock.m);
    }
    return NULL;
}

static void *consumer(void *arg)
{
    (void)arg;
    for (int i = 0; i < 200; i++) {
        pthread_mutex_lock(&shared->lock.m);
        (void)queue_get(shared);
        pthread_mutex_unlock(&shared->lock.m);
    }
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    shared = malloc(sizeof *shared);
    if (!shared)
        return 1;
    queue_reset(shared);
    pthread_create(&a, NULL, producer, NULL);
    pthread_create(&b, NULL, consumer, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    free(shared);
    return 0;
}
