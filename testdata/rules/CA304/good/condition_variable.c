// why: waits on a condition variable: the loop around it is how that is done
#include <pthread.h>
#include <stdlib.h>

struct job {
    struct job *next;
};
static struct job *queue;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;

void submit(struct job *j)
{
    pthread_mutex_lock(&lock);
    j->next = queue;
    queue = j;
    pthread_cond_signal(&more);
    pthread_mutex_unlock(&lock);
}

void *worker(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&lock);
        while (queue == NULL)
            pthread_cond_wait(&more, &lock);
        struct job *j = queue;
        queue = j->next;
        pthread_mutex_unlock(&lock);
        free(j);
    }
    return arg;
}
