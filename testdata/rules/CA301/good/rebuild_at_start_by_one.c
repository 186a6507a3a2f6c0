// why: the table is filled once under the lock; after that the threads only look
#include <math.h>
#include <pthread.h>

enum { N = 4096 };
static double table[N];
static int is_filled;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void fill(void)
{
    for (int i = 0; i < N; i++)
        table[i] = sin(i * 3.14159 / N);
    is_filled = 1;
}

static void *user(void *arg)
{
    double sum = 0;
    pthread_once(&once, fill);
    for (int i = 0; i < 10000000; i++)
        sum += table[i % N];
    *(double *)arg = sum;
    return NULL;
}

int main(void)
{
    static double sums[4];
    pthread_t t[4];
    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, user, &sums[i]);
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return !is_filled;
}
