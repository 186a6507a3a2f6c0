// why: each slot has a semaphore: main waits for the slot's thread before it fills it again
#include <pthread.h>
#include <semaphore.h>

#define SLOTS 2

static struct slot {
    sem_t free;
    long input, output;
} slots[SLOTS];

static void *compress(void *arg)
{
    struct slot *s = arg;

    s->output = s->input * 2;
    sem_post(&s->free);
    return NULL;
}

int main(void)
{
    pthread_t t;
    long total = 0;

    for (int i = 0; i < SLOTS; i++)
        sem_init(&slots[i].free, 0, 1);
    for (int i = 0; i < 20; i++) {
        struct slot *s = &slots[i % SLOTS];

        sem_wait(&s->free);
        total += s->output;
        s->input = i;
        if (pthread_create(&t, NULL, compress, s) != 0)
            return 1;
        pthread_detach(t);
    }
    for (int i = 0; i < SLOTS; i++)
        sem_wait(&slots[i].free);
    return total == 0;
}
