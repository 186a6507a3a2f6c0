// why: the worker gives the queue's lock back before it runs the job
#include <math.h>
#include <pthread.h>
#include <stdlib.h>

struct job {
    struct job *next;
    double x[10000];
};
static struct job *queue;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;

static void run(struct job *j)
{
    for (int i = 0; i < 10000; i++)
        j->x[i] = sin(j->x[i]) * exp(-j->x[i]);
}

static struct job *take(void)
{
    pthread_mutex_lock(&lock);
    while (!queue)
        pthread_cond_wait(&more, &lock);
    struct job *j = queue;
    queue = j->next;
    pthread_mutex_unlock(&lock);
    return j;
}

static void *worker(void *arg)
{
    (void)arg;
    for (;;) {
        struct job *j = take();
        run(j);
        free(j);
    }
    return NULL;
}

int main(void)
{
    pthread_t t;
    for (int i = 0; i < 8; i++)
        pthread_create(&t, NULL, worker, NULL);
    pthread_join(t, NULL);
    return 0;
}
