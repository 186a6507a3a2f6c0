// why: the second thread is created when the first has been joined: they never run together
#include <pthread.h>

static long rows[100];
static long sum;

static void *load(void *arg)
{
    for (int i = 0; i < 100; i++)
        rows[i] = i;
    return arg;
}

static void *reduce(void *arg)
{
    for (int i = 0; i < 100; i++)
        sum += rows[i];
    rows[0] = 0;
    return arg;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, load, NULL);
    pthread_join(t, NULL);
    pthread_create(&t, NULL, reduce, NULL);
    pthread_join(t, NULL);
    return sum != 4950;
}
