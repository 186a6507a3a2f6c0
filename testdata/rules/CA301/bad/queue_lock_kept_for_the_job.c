// why: a pool's worker takes a job from the queue and forgets to give the lock back before it
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

static void *worker(void *arg)
{
    (void)arg;
    for (;;) {
        pthread_mutex_lock(&lock); // expect: CA301
        while (!queue)
            pthread_cond_wait(&more, &lock);
        struct job *j = queue;
        queue = j->next;
        run(j);
        pthread_mutex_unlock(&lock);
        free(j);
    }
    return NULL;
}

void submit(struct job *j)
{
    pthread_mutex_lock(&lock);
    j->next = queue;
    queue = j;
    pthread_cond_signal(&more);
    pthread_mutex_unlock(&lock);
}

int main(void)
{
    pthread_t t;
    for (int i = 0; i < 8; i++)
        pthread_create(&t, NULL, worker, NULL);
    for (int i = 0; i < 100; i++)
        submit(calloc(1, sizeof(struct job)));
    pthread_join(t, NULL);
    return 0;
}
