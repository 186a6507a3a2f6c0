// why: a queue's own lock is kept when the node cannot be made; every other return releases it
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

struct node {
    struct node *next;
    int value;
};
struct queue {
    pthread_mutex_t lock;
    struct node *head;
    int closed;
};

int queue_push(struct queue *q, int value)
{
    pthread_mutex_lock(&q->lock);
    if (q->closed) {
        pthread_mutex_unlock(&q->lock);
        return -EPIPE;
    }
    struct node *n = malloc(sizeof *n);
    if (!n)
        return -ENOMEM; // expect: CA206
    n->value = value;
    n->next = q->head;
    q->head = n;
    pthread_mutex_unlock(&q->lock);
    return 0;
}
