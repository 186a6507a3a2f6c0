// why: the program's own pool runs jobs through a pointer in a queue: what it is handed is not looked at
#include <pthread.h>

struct job {
    struct job *next;
    void (*fn)(void *);
    void *arg;
};
static struct job *queue;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;

static void *worker(void *arg)
{
    (void)arg;
    for (;;) {
        pthread_mutex_lock(&lock);
        while (!queue)
            pthread_cond_wait(&more, &lock);
        struct job *j = queue;
        queue = j->next;
        pthread_mutex_unlock(&lock);
        j->fn(j->arg);
    }
    return NULL;
}

static void submit(struct job *j)
{
    pthread_mutex_lock(&lock);
    j->next = queue;
    queue = j;
    pthread_cond_signal(&more);
    pthread_mutex_unlock(&lock);
}

static void negate(void *arg)
{
    int *n = arg;
    *n = -*n;
}

int main(void)
{
    static int number = 1;
    static struct job job = {NULL, negate, &number};
    pthread_t t;
    pthread_create(&t, NULL, worker, NULL);
    submit(&job); // wrong: missed CA305
    pthread_join(t, NULL);
    return number;
}
