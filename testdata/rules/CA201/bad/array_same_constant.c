// why: two threads add to the same constant element, one of them meant another
#include <pthread.h>

enum { SENT, RECEIVED, COUNTERS };

static long counters[COUNTERS];

static void *sender(void *arg)
{
    for (int i = 0; i < 1000; i++)
        counters[SENT]++; // expect: CA201
    return arg;
}

static void *receiver(void *arg)
{
    for (int i = 0; i < 1000; i++)
        counters[SENT]++;
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, sender, NULL);
    pthread_create(&b, NULL, receiver, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
