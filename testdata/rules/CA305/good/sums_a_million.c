// why: a million additions are worth a thread
#include <pthread.h>

enum { N = 1000000 };
static int v[4][N];
static long sums[4];

static void *sum(void *arg)
{
    int i = (int)(long)arg;
    long s = 0;
    for (int k = 0; k < N; k++)
        s += v[i][k];
    sums[i] = s;
    return NULL;
}

int main(void)
{
    pthread_t t[4];
    for (long i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, sum, (void *)i);
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
