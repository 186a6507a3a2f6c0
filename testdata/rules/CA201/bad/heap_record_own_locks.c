// why: the threads share a record, but each locks a mutex of its own before it writes it
#include <pthread.h>

struct shared {
    long bytes;
};

struct worker {
    pthread_mutex_t lock;
    struct shared *shared;
};

static struct shared shared;

static void *copy(void *arg)
{
    struct worker *w = arg;

    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&w->lock);
        w->shared->bytes += 10; // expect: CA201
        pthread_mutex_unlock(&w->lock);
    }
    return NULL;
}

int main(void)
{
    struct worker workers[2];
    pthread_t t[2];

    for (int i = 0; i < 2; i++) {
        pthread_mutex_init(&workers[i].lock, NULL);
        workers[i].shared = &shared;
        pthread_create(&t[i], NULL, copy, &workers[i]);
    }
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    return 0;
}
