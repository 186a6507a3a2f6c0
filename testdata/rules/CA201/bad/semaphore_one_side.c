// why: the semaphore is used as a lock by the workers, and not at all by the thread that drains
#include <pthread.h>
#include <semaphore.h>

static sem_t gate;
static int jobs;

static void *worker(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        sem_wait(&gate);
        jobs++;
        sem_post(&gate);
    }
    return arg;
}

static void *drain(void *arg)
{
    jobs = 0; // expect: CA201
    return arg;
}

int main(void)
{
    pthread_t a, b;

    sem_init(&gate, 0, 1);
    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, drain, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
