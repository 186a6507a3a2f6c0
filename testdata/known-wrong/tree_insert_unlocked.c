// why: two threads insert into one tree that has no lock
#include <pthread.h>
#include <stdlib.h>

struct node {
    struct node *child[2];
    unsigned key;
};

static struct node *root;

static void insert(unsigned key)
{
    struct node *fresh = calloc(1, sizeof(*fresh));
    struct node **at = &root;

    if (!fresh)
        return;
    fresh->key = key;
    while (*at)
        at = &(*at)->child[key > (*at)->key];
    *at = fresh; // wrong: missed CA201
}

static void *fill(void *arg)
{
    for (unsigned i = 0; i < 100; i++)
        insert(i * 2654435761u);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, fill, NULL);
    pthread_create(&b, NULL, fill, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
