// why: output can wait for whoever reads it
#include <pthread.h>
#include <stdio.h>

static void *greet(void *arg)
{
    printf("hello from %s\n", (const char *)arg);
    return NULL;
}

int main(void)
{
    pthread_t t;
    pthread_create(&t, NULL, greet, "a thread");
    return pthread_join(t, NULL);
}
