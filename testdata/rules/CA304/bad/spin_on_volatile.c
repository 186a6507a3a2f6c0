// why: a volatile flag is read as fast as the core can, until another thread sets it
#include <pthread.h>
#include <stddef.h>

static volatile int ready;
static int value;

static void *producer(void *arg)
{
    value = 42;
    ready = 1;
    return arg;
}

int main(void)
{
    pthread_t t;
    if (pthread_create(&t, NULL, producer, NULL))
        return 1;
    while (!ready) // expect: CA304
        ;
    pthread_join(t, NULL);
    return value != 42;
}
