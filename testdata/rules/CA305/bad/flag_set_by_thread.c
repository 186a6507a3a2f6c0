// why: a detached thread is made for storing a flag
#include <pthread.h>
#include <stdatomic.h>

static atomic_int ready;

static void *set_ready(void *arg)
{
    atomic_store(&ready, 1);
    return arg;
}

void mark_ready(void)
{
    pthread_t t;
    if (pthread_create(&t, NULL, set_ready, NULL) == 0) // expect: CA305
        pthread_detach(t);
}

int main(void)
{
    mark_ready();
    return atomic_load(&ready);
}
