// why: a node that was taken out of the list under the lock belongs to the thread that took it
#include <pthread.h>
#include <stdlib.h>

struct job {
    struct job *next;
    int cost;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct job *jobs;

static struct job *pop(void)
{
    struct job *j;

    pthread_mutex_lock(&lock);
    j = jobs;
    if (j)
        jobs = j->next;
    pthread_mutex_unlock(&lock);
    return j;
}

static void *worker(void *arg)
{
    struct job *j;

    while ((j = pop()) != NULL) {
        j->cost *= 2;
        free(j);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    for (int i = 0; i < 200; i++) {
        struct job *j = malloc(sizeof(*j));

        if (!j)
            return 1;
        j->cost = i;
        j->next = jobs;
        jobs = j;
    }
    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, worker, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
