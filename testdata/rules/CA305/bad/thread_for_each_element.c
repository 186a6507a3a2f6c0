// why: a thread for each element of an array, to square it
#include <pthread.h>

enum { N = 32 };
static double v[N];

static void *square(void *arg)
{
    double *x = arg;
    *x = *x * *x;
    return NULL;
}

int main(void)
{
    pthread_t t[N];
    for (int i = 0; i < N; i++)
        pthread_create(&t[i], NULL, square, &v[i]); // expect: CA305
    for (int i = 0; i < N; i++)
        pthread_join(t[i], NULL);
    return 0;
}
