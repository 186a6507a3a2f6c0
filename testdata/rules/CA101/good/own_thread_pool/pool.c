// why: jobs given to the program's own pool run on its threads, not where they were submitted
#include "pool.h"

#include <pthread.h>
#include <stdlib.h>

struct job {
    struct job *next;
    job_fn fn;
    void *arg;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;
static struct job *head;

static void *worker(void *unused)
{
    for (;;) {
        struct job *j;

        pthread_mutex_lock(&lock);
        while (!head)
            pthread_cond_wait(&more, &lock);
        j = head;
        head = j->next;
        pthread_mutex_unlock(&lock);
        j->fn(j->arg);
        free(j);
    }
    return unused;
}

int pool_start(int n)
{
    for (int i = 0; i < n; i++) {
        pthread_t t;

        if (pthread_create(&t, NULL, worker, NULL) != 0)
            return -1;
    }
    return 0;
}

int pool_submit(job_fn fn, void *arg)
{
    struct job *j = malloc(sizeof(*j));

    if (!j)
        return -1;
    j->fn = fn;
    j->arg = arg;
    pthread_mutex_lock(&lock);
    j->next = head;
    head = j;
    pthread_cond_signal(&more);
    pthread_mutex_unlock(&lock);
    return 0;
}
