// why: a wrapper starts the threads; the same function is given to it two times
#include <pthread.h>
#include <stdlib.h>

static void spawn(void *(*run)(void *), void *arg)
{
    pthread_t thread;

    if (pthread_create(&thread, NULL, run, arg) == 0)
        pthread_detach(thread);
}

static void *simulate(void *arg)
{
    double sum = 0;

    for (int i = 0; i < 1000; i++)
        sum += drand48(); // expect: CA204
    *(double *)arg = sum;
    return NULL;
}

int main(void)
{
    static double a, b;

    spawn(simulate, &a);
    spawn(simulate, &b);
    pthread_exit(NULL);
}
