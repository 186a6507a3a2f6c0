// program: thread-pool
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>

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
static sem_t items;
static volatile int stop;

static struct job *take(void)
{
    sem_wait(&items);
    pthread_mutex_lock(&lock);
    struct job *j = head;
    head = j ? j->next : NULL;
    pthread_mutex_unlock(&lock);
    return j;
}

static void *worker(void *unused)
{
    (void)unused;
    while (!stop) {
        struct job *j = take();
        if (j)
            crunch(j);
    }
    return NULL;
}

int main(void)
{
    pthread_t t[8];
    sem_init(&items, 0, 0);
    for (int i = 0; i < 8; i++)
        pthread_create(&t[i], NULL, worker, NULL); // unit: thread-pool
    for (int i = 0; i < 100; i++) {
        struct job *j = calloc(1, sizeof *j);
        pthread_mutex_lock(&lock);
        j->next = head;
        head = j;
        pthread_mutex_unlock(&lock);
        sem_post(&items);
    }
    for (int i = 0; i < 8; i++)
        pthread_join(t[i], NULL);
    return 0;
}
