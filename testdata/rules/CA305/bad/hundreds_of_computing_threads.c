// why: five hundred threads that only compute compete for the cores
#include <pthread.h>

enum { THREADS = 500, STEPS = 10000000 };
static double result[THREADS];

static void *integrate(void *arg)
{
    double *out = arg, sum = 0;
    for (int i = 0; i < STEPS; i++)
        sum += 4.0 / (1.0 + (double)i * i);
    *out = sum;
    return NULL;
}

int main(void)
{
    pthread_t t[THREADS];
    for (int i = 0; i < THREADS; i++)
        pthread_create(&t[i], NULL, integrate, &result[i]); // expect: CA305
    for (int i = 0; i < THREADS; i++)
        pthread_join(t[i], NULL);
    return 0;
}
