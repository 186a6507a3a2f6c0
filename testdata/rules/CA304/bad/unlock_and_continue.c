// why: a worker locks, finds the queue empty, unlocks and tries again at once
#include <pthread.h>
#include <stdlib.h>

struct job {
    struct job *next;
    void (*run)(void *);
    void *arg;
};
static struct job *queue;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void submit(struct job *j)
{
    pthread_mutex_lock(&lock);
    j->next = queue;
    queue = j;
    pthread_mutex_unlock(&lock);
}

static void *worker(void *arg)
{
    for (;;) { // expect: CA304
        pthread_mutex_lock(&lock);
        if (queue == NULL) {
            pthread_mutex_unlock(&lock);
            continue;
        }
        struct job *j = queue;
        queue = j->next;
        pthread_mutex_unlock(&lock);
        j->run(j->arg);
        free(j);
    }
    return arg;
}

int start(void)
{
    pthread_t t;
    return pthread_create(&t, NULL, worker, NULL);
}
