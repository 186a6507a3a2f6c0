// why: the pointer is stored under the lock, but one member is filled in after that
#include <pthread.h>
#include <stdlib.h>

struct route {
    int hops, cost;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct route *best;

static void *planner(void *arg)
{
    for (int i = 0; i < 200; i++) {
        struct route *r = malloc(sizeof(*r));

        if (!r)
            abort();
        r->hops = 3;
        pthread_mutex_lock(&lock);
        best = r;
        pthread_mutex_unlock(&lock);
        r->cost = i; // wrong: missed CA201
    }
    return arg;
}

static void *sender(void *arg)
{
    int cost = 0;

    for (int i = 0; i < 200; i++) {
        pthread_mutex_lock(&lock);
        if (best)
            cost += best->cost + best->hops;
        pthread_mutex_unlock(&lock);
    }
    return cost ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, planner, NULL);
    pthread_create(&b, NULL, sender, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
