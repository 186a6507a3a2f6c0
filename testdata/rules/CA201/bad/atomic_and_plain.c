// why: references are counted up atomically, and read plainly where it is decided about the object
#include <pthread.h>
#include <stdio.h>

static int refs = 1;

static void *user(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        __sync_add_and_fetch(&refs, 1);
        __sync_sub_and_fetch(&refs, 1);
    }
    return arg;
}

static void *collector(void *arg)
{
    for (int i = 0; i < 100; i++)
        if (refs == 0) // expect: CA201
            puts("free it");
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, user, NULL);
    pthread_create(&b, NULL, collector, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
