// why: counters and a list are kept under the lock: nanoseconds, many times
#include <pthread.h>
#include <stdlib.h>

struct node {
    struct node *next;
    int key, hits;
};
static struct node *list;
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static unsigned long lookups;

static void hit(int key)
{
    pthread_mutex_lock(&m);
    lookups++;
    for (struct node *n = list; n; n = n->next)
        if (n->key == key)
            n->hits++;
    pthread_mutex_unlock(&m);
}

static void *client(void *arg)
{
    for (int i = 0; i < 1000000; i++)
        hit(i % 100);
    return arg;
}

int main(void)
{
    pthread_t t[4];
    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, client, NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
