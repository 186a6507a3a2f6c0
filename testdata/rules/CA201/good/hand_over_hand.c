// why: walking the list, each node's lock is taken before that of its predecessor is given back
#include <pthread.h>
#include <stddef.h>

struct node {
    pthread_mutex_t lock;
    struct node *next;
    int value;
};

static struct node third = { PTHREAD_MUTEX_INITIALIZER, NULL, 3 };
static struct node second = { PTHREAD_MUTEX_INITIALIZER, &third, 2 };
static struct node first = { PTHREAD_MUTEX_INITIALIZER, &second, 1 };

static void raise_all(struct node *n)
{
    pthread_mutex_lock(&n->lock);
    while (n) {
        struct node *next = n->next;

        n->value++;
        if (next)
            pthread_mutex_lock(&next->lock);
        pthread_mutex_unlock(&n->lock);
        n = next;
    }
}

static void *walk(void *arg)
{
    for (int i = 0; i < 300; i++)
        raise_all(&first);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, walk, NULL);
    pthread_create(&b, NULL, walk, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
