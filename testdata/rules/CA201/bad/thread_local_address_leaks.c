// why: the address of main's thread-local counter is given to the other thread
#include <pthread.h>

static __thread long handled;

static void *helper(void *arg)
{
    long *of_main = arg;

    for (int i = 0; i < 1000; i++)
        (*of_main)++; // expect: CA201
    return NULL;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, helper, &handled);
    for (int i = 0; i < 1000; i++)
        handled++;
    pthread_join(t, NULL);
    return 0;
}
