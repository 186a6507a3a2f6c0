// why: volatile taken for atomic: two threads lose increments
#include <pthread.h>

static volatile unsigned long packets;

static void *receive(void *arg)
{
    for (int i = 0; i < 1000; i++)
        packets++; // expect: CA201
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, receive, NULL);
    pthread_create(&b, NULL, receive, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
