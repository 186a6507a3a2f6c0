// why: the count is changed before the thread has waited for its turn
#include <pthread.h>
#include <stdio.h>

#define WORKERS 4

static pthread_mutex_t turn_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t turn_cond = PTHREAD_COND_INITIALIZER;
static long turn;
static long prepared, written;

static void *write_part(void *arg)
{
    long mine = (long)arg;

    for (int i = 0; i < 1000; i++)
        prepared++; // expect: CA201
    pthread_mutex_lock(&turn_lock);
    while (turn != mine)
        pthread_cond_wait(&turn_cond, &turn_lock);
    pthread_mutex_unlock(&turn_lock);
    written++;
    pthread_mutex_lock(&turn_lock);
    turn++;
    pthread_cond_broadcast(&turn_cond);
    pthread_mutex_unlock(&turn_lock);
    return NULL;
}

int main(void)
{
    pthread_t ids[WORKERS];

    for (long i = 0; i < WORKERS; i++)
        if (pthread_create(&ids[i], NULL, write_part, (void *)i) != 0)
            return 1;
    for (int i = 0; i < WORKERS; i++)
        pthread_join(ids[i], NULL);
    printf("%ld prepared, %ld written\n", prepared, written);
    return 0;
}
