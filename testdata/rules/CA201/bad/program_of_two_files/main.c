#include "counter.h"

#include <pthread.h>

static void *serve(void *arg)
{
    for (int i = 0; i < 1000; i++)
        counter_add(&requests, 1);
    return arg;
}

static void *roll_over(void *arg)
{
    requests.value = 0; // expect: CA201
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, serve, NULL);
    pthread_create(&b, NULL, roll_over, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
