// program: thread-pool
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct job {
    struct job *next;
    unsigned long in, out;
};
static struct job *head;

static void crunch(struct job *j)
{
    for (unsigned long i = 0; i < 10000000; i++)
        j->out = j->out * 31 + (j->in ^ i);
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;

static void *worker(void *unused)
{
    (void)unused;
    for (;;) {
        pthread_mutex_lock(&lock);
        while (!head)
            pthread_cond_wait(&more, &lock);
        struct job *j = head;
        head = j->next;
        pthread_mutex_unlock(&lock);
        crunch(j);
    }
    return NULL;
}

static void submit(struct job *j)
{
    pthread_mutex_lock(&lock);
    j->next = head;
    head = j;
    pthread_cond_signal(&more);
    pthread_mutex_unlock(&lock);
}

static void start_workers(int n)
{
    for (int i = 0; i < n; i++) {
        pthread_t t;
        if (pthread_create(&t, NULL, worker, NULL) == 0) // unit: thread-pool
            pthread_detach(t);
    }
}

int main(void)
{
    start_workers(4);
    for (int i = 0; i < 100; i++)
        submit(calloc(1, sizeof(struct job)));
    pause();
    return 0;
}
