// why: the object is complete before its pointer is stored under the lock; readers only read it
#include <pthread.h>
#include <stdlib.h>

struct route {
    int hops, cost;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct route *best;

static void *planner(void *arg)
{
    struct route *r = malloc(sizeof(*r));

    if (!r)
        abort();
    r->hops = 3;
    r->cost = 7;
    pthread_mutex_lock(&lock);
    best = r;
    pthread_mutex_unlock(&lock);
    return arg;
}

static void *sender(void *arg)
{
    int cost = 0;

    pthread_mutex_lock(&lock);
    if (best)
        cost = best->cost + best->hops;
    pthread_mutex_unlock(&lock);
    return cost ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, planner, NULL);
    pthread_create(&b, NULL, sender, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    free(best);
    return 0;
}
