// why: each thread has a global of its own
#include <pthread.h>

static long sent, received;

static void *sender(void *arg)
{
    for (int i = 0; i < 1000; i++)
        sent++;
    return arg;
}

static void *receiver(void *arg)
{
    for (int i = 0; i < 1000; i++)
        received++;
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, sender, NULL);
    pthread_create(&b, NULL, receiver, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return sent != received;
}
