// why: the jobs are called through a pointer, and may be anything
#include <pthread.h>
#include <stdbool.h>

struct item {
    struct item *next;
    void (*run)(void *);
    void *arg;
};
static struct item *head;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;

static void *worker(void *unused)
{
    (void)unused;
    for (;;) {
        pthread_mutex_lock(&lock);
        while (!head)
            pthread_cond_wait(&more, &lock);
        struct item *i = head;
        head = i->next;
        pthread_mutex_unlock(&lock);
        i->run(i->arg);
    }
    return NULL;
}

void start(void)
{
    pthread_t t[4];
    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, worker, NULL);
}
