// why: detached threads post as their last act, and main waits for all posts before the next file
#include <pthread.h>
#include <semaphore.h>

#define THREADS 3

static sem_t done[THREADS];
static struct {
    long in_length;
    int level;
} control;
static long lengths[THREADS];

static void *compress(void *arg)
{
    long id = (long)arg;

    lengths[id] = control.in_length / control.level;
    sem_post(&done[id]);
    return NULL;
}

static void compress_file(long length)
{
    pthread_t t;

    control.in_length = length;
    control.level = 2;
    for (long i = 0; i < THREADS; i++) {
        if (pthread_create(&t, NULL, compress, (void *)i) != 0)
            return;
        pthread_detach(t);
    }
    for (int i = 0; i < THREADS; i++)
        sem_wait(&done[i]);
}

int main(void)
{
    for (int i = 0; i < THREADS; i++)
        sem_init(&done[i], 0, 0);
    for (int i = 1; i < 4; i++)
        compress_file(i * 100L);
    return lengths[0] != 150;
}
