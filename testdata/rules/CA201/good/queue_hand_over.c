// why: a job is filled, put into a queue under a mutex, and then belongs to who takes it out
#include <pthread.h>
#include <stdlib.h>

struct job {
    struct job *next;
    int cost, result;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t filled = PTHREAD_COND_INITIALIZER;
static struct job *queue;

static void put(struct job *j)
{
    pthread_mutex_lock(&lock);
    j->next = queue;
    queue = j;
    pthread_cond_signal(&filled);
    pthread_mutex_unlock(&lock);
}

static struct job *take(void)
{
    struct job *j;

    pthread_mutex_lock(&lock);
    while (!queue)
        pthread_cond_wait(&filled, &lock);
    j = queue;
    queue = j->next;
    pthread_mutex_unlock(&lock);
    return j;
}

static void *worker(void *arg)
{
    for (int i = 0; i < 100; i++) {
        struct job *j = take();

        j->result = j->cost * 2;
        free(j);
    }
    return arg;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, worker, NULL);
    for (int i = 0; i < 100; i++) {
        struct job *j = malloc(sizeof(*j));

        if (!j)
            abort();
        j->cost = i;
        j->result = 0;
        put(j);
    }
    pthread_join(t, NULL);
    return 0;
}
