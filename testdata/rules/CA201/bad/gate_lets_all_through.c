// why: all wait for one gate, not for a turn of their own: when it opens, they go on together
#include <pthread.h>
#include <stdio.h>

#define WORKERS 4

static pthread_mutex_t gate_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t gate_cond = PTHREAD_COND_INITIALIZER;
static int is_open, finished;
static long written;

static void *write_part(void *arg)
{
    pthread_mutex_lock(&gate_lock);
    while (!is_open)
        pthread_cond_wait(&gate_cond, &gate_lock);
    pthread_mutex_unlock(&gate_lock);
    for (int i = 0; i < 300000; i++)
        written++; // expect: CA201
    pthread_mutex_lock(&gate_lock);
    is_open = 1;
    finished++;
    pthread_cond_broadcast(&gate_cond);
    pthread_mutex_unlock(&gate_lock);
    return arg;
}

int main(void)
{
    pthread_t ids[WORKERS];

    for (int i = 0; i < WORKERS; i++)
        if (pthread_create(&ids[i], NULL, write_part, NULL) != 0)
            return 1;
    pthread_mutex_lock(&gate_lock);
    is_open = 1;
    pthread_cond_broadcast(&gate_cond);
    pthread_mutex_unlock(&gate_lock);
    for (int i = 0; i < WORKERS; i++)
        pthread_join(ids[i], NULL);
    printf("%ld written, %d finished\n", written, finished);
    return 0;
}
