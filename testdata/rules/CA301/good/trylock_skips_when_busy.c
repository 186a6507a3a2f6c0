// why: whoever finds the compaction running leaves it to the other thread and goes on
#include <pthread.h>

enum { N = 1000 };
static pthread_mutex_t compacting = PTHREAD_MUTEX_INITIALIZER;
static int heap[N][N];

static void compact(void)
{
    for (int i = 0; i < N; i++)
        for (int k = 1; k < N; k++)
            heap[i][k - 1] = heap[i][k];
}

static void *mutator(void *arg)
{
    for (int i = 0; i < 1000; i++)
        if (pthread_mutex_trylock(&compacting) == 0) {
            compact();
            pthread_mutex_unlock(&compacting);
        }
    return arg;
}

int main(void)
{
    pthread_t t[4];
    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, mutator, NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
