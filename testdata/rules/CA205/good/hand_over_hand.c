// why: a list is walked hand over hand, always from the head to the tail
#include <pthread.h>
#include <stddef.h>

struct node {
    pthread_mutex_t lock;
    struct node *next;
    int value;
};
static struct node head = {.lock = PTHREAD_MUTEX_INITIALIZER};

static int sum(void)
{
    int total = 0;
    struct node *n = &head;

    pthread_mutex_lock(&n->lock);
    while (n->next) {
        struct node *next = n->next;
        pthread_mutex_lock(&next->lock);
        total += next->value;
        pthread_mutex_unlock(&n->lock);
        n = next;
    }
    pthread_mutex_unlock(&n->lock);
    return total;
}

static void *work(void *arg)
{
    *(int *)arg = sum();
    return NULL;
}

int main(void)
{
    pthread_t t, u;
    int a, b;

    pthread_create(&t, NULL, work, &a);
    pthread_create(&u, NULL, work, &b);
    pthread_join(t, NULL);
    pthread_join(u, NULL);
    return a + b;
}
