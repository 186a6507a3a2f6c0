// why: the closing loop starts at the slot whose turn it is, read while threads still move it
#include <pthread.h>
#include <semaphore.h>

#define THREADS 3

static pthread_mutex_t output_lock = PTHREAD_MUTEX_INITIALIZER;
static sem_t done[THREADS];
static int output_thread;

static void *compress(void *arg)
{
    long id = (long)arg;

    for (int i = 0; i < 300; i++) {
        pthread_mutex_lock(&output_lock);
        if (++output_thread == THREADS)
            output_thread = 0;
        pthread_mutex_unlock(&output_lock);
    }
    sem_post(&done[id]);
    return NULL;
}

int main(void)
{
    pthread_t t[THREADS];
    int at;

    for (long i = 0; i < THREADS; i++) {
        sem_init(&done[i], 0, 0);
        pthread_create(&t[i], NULL, compress, (void *)i);
    }
    at = output_thread; // expect: CA201
    for (int i = 0; i < THREADS; i++) {
        sem_wait(&done[at]);
        if (++at == THREADS)
            at = 0;
    }
    for (int i = 0; i < THREADS; i++)
        pthread_join(t[i], NULL);
    return 0;
}
