// why: C11 threads: the helper reads the queue's length before it takes the queue's mutex
#include <stdlib.h>
#include <threads.h>

struct queue {
    mtx_t lock;
    int length;
};

static struct queue queue;

static int drain_one(struct queue *q)
{
    int got = 0;

    if (q->length == 0) // expect: CA201
        return 0;
    mtx_lock(&q->lock);
    if (q->length > 0) {
        q->length--;
        got = 1;
    }
    mtx_unlock(&q->lock);
    return got;
}

static int consumer(void *arg)
{
    int total = 0;

    for (int i = 0; i < 1000; i++)
        total += drain_one(arg);
    return total;
}

static int producer(void *arg)
{
    struct queue *q = arg;

    for (int i = 0; i < 1000; i++) {
        mtx_lock(&q->lock);
        q->length++;
        mtx_unlock(&q->lock);
    }
    return 0;
}

int main(void)
{
    thrd_t a, b;

    mtx_init(&queue.lock, mtx_plain);
    thrd_create(&a, producer, &queue);
    thrd_create(&b, consumer, &queue);
    thrd_join(a, NULL);
    thrd_join(b, NULL);
    return 0;
}
