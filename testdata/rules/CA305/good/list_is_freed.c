// why: a list is freed away from the main thread; it may be long
#include <pthread.h>
#include <stdlib.h>

struct node {
    struct node *next;
};

static void *free_all(void *arg)
{
    struct node *n = arg;
    while (n) {
        struct node *next = n->next;
        free(n);
        n = next;
    }
    return NULL;
}

void drop(struct node *list)
{
    pthread_t t;
    if (pthread_create(&t, NULL, free_all, list) == 0)
        pthread_detach(t);
}
