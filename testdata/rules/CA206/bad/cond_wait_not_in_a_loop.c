// why: the wait is under an if: a spurious wake-up takes an item from an empty queue
#include <pthread.h>

struct queue {
    pthread_mutex_t lock;
    pthread_cond_t more;
    int items[16], n;
};

int queue_take(struct queue *q)
{
    int item;

    pthread_mutex_lock(&q->lock);
    if (q->n == 0)
        pthread_cond_wait(&q->more, &q->lock); // expect: CA206
    item = q->items[--q->n];
    pthread_mutex_unlock(&q->lock);
    return item;
}
