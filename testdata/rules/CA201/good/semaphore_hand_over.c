// why: two semaphores pass one buffer to and fro: only one side may touch it at a time
#include <pthread.h>
#include <semaphore.h>

static sem_t empty, full;
static int slot;

static void *consumer(void *arg)
{
    int total = 0;

    for (int i = 0; i < 100; i++) {
        sem_wait(&full);
        total += slot;
        sem_post(&empty);
    }
    return total ? arg : NULL;
}

int main(void)
{
    pthread_t t;

    sem_init(&empty, 0, 1);
    sem_init(&full, 0, 0);
    pthread_create(&t, NULL, consumer, NULL);
    for (int i = 0; i < 100; i++) {
        sem_wait(&empty);
        slot = i;
        sem_post(&full);
    }
    pthread_join(t, NULL);
    return 0;
}
