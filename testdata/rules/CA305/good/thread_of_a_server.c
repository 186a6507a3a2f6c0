// why: the thread serves until the program ends
#include <pthread.h>
#include <stdatomic.h>

static atomic_int ticks;

static void *tick(void *arg)
{
    (void)arg;
    for (;;)
        atomic_fetch_add(&ticks, 1);
    return NULL;
}

int main(void)
{
    pthread_t t;
    pthread_create(&t, NULL, tick, NULL);
    while (atomic_load(&ticks) < 1000)
        ;
    return 0;
}
