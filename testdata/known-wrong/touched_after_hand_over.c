// why: the job is put into the queue, and its sender still writes to it afterwards
#include <pthread.h>
#include <stdlib.h>

struct job {
    struct job *next;
    int cost;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t filled = PTHREAD_COND_INITIALIZER;
static struct job *queue;

static void *worker(void *arg)
{
    long total = 0;

    for (int i = 0; i < 100; i++) {
        struct job *j;

        pthread_mutex_lock(&lock);
        while (!queue)
            pthread_cond_wait(&filled, &lock);
        j = queue;
        queue = j->next;
        pthread_mutex_unlock(&lock);
        total += j->cost;
    }
    return total ? arg : NULL;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, worker, NULL);
    for (int i = 0; i < 100; i++) {
        struct job *j = malloc(sizeof(*j));

        if (!j)
            abort();
        pthread_mutex_lock(&lock);
        j->next = queue;
        queue = j;
        pthread_cond_signal(&filled);
        pthread_mutex_unlock(&lock);
        j->cost = i; // wrong: missed CA201
    }
    pthread_join(t, NULL);
    return 0;
}
