// why: the worker allocates its own record, but leaves a pointer to it where main looks
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct progress {
    long done;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct progress *visible;

static void *worker(void *arg)
{
    struct progress *p = calloc(1, sizeof(*p));

    if (!p)
        return NULL;
    pthread_mutex_lock(&lock);
    visible = p;
    pthread_mutex_unlock(&lock);
    for (int i = 0; i < 2000; i++)
        p->done++; // expect: CA201
    return arg;
}

int main(void)
{
    pthread_t t;
    struct progress *p = NULL;

    pthread_create(&t, NULL, worker, NULL);
    for (int i = 0; i < 100000 && !p; i++) {
        pthread_mutex_lock(&lock);
        p = visible;
        pthread_mutex_unlock(&lock);
    }
    if (p)
        printf("%ld\n", p->done);
    pthread_join(t, NULL);
    return 0;
}
