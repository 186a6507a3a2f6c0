// why: two threads that are made in one condition run at once, whichever of them is joined first
#include <pthread.h>
#include <stdio.h>

static long served;

static void *reader(void *arg)
{
    for (int i = 0; i < 100000; i++)
        served++; // expect: CA201
    return arg;
}

static void *writer(void *arg)
{
    for (int i = 0; i < 100000; i++)
        served += 2;
    return arg;
}

int main(void)
{
    pthread_t r, w;
    if (pthread_create(&r, NULL, reader, NULL) || pthread_create(&w, NULL, writer, NULL))
        return 1;
    pthread_join(r, NULL);
    pthread_join(w, NULL);
    printf("%ld\n", served);
    return 0;
}
