// why: inserts hold the tree's lock, which is passed with the tree
#include <pthread.h>
#include <stdlib.h>

struct node {
    struct node *child[2];
    unsigned key;
};

struct tree {
    pthread_mutex_t lock;
    struct node *root;
};

static void insert(struct tree *t, unsigned key)
{
    struct node *fresh = calloc(1, sizeof(*fresh));
    struct node **at;

    if (!fresh)
        return;
    fresh->key = key;
    pthread_mutex_lock(&t->lock);
    at = &t->root;
    while (*at)
        at = &(*at)->child[key > (*at)->key];
    *at = fresh;
    pthread_mutex_unlock(&t->lock);
}

static void *fill(void *arg)
{
    for (unsigned i = 0; i < 100; i++)
        insert(arg, i * 2654435761u);
    return arg;
}

int main(void)
{
    static struct tree tree = { .lock = PTHREAD_MUTEX_INITIALIZER };
    pthread_t a, b;

    pthread_create(&a, NULL, fill, &tree);
    pthread_create(&b, NULL, fill, &tree);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
