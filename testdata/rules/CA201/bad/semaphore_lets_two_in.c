// why: the semaphore starts at two, so two threads are inside at once: it limits, it does not lock
// truth: exit: ThreadSanitizer orders every wait after every post, whatever the count
#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

#define ROUNDS 200

static sem_t slots;
static int jobs;

static void *worker(void *arg)
{
    for (int i = 0; i < ROUNDS; i++) {
        int seen;

        sem_wait(&slots);
        seen = jobs;
        usleep(20);
        jobs = seen + 1; // expect: CA201
        sem_post(&slots);
    }
    return arg;
}

int main(void)
{
    pthread_t t[3];

    sem_init(&slots, 0, 2);
    for (int i = 0; i < 3; i++)
        pthread_create(&t[i], NULL, worker, NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(t[i], NULL);
    return jobs != 3 * ROUNDS;
}
