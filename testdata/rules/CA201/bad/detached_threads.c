// why: detached workers are never joined; main reads their counter while they may still run
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static int connections;

static void *serve(void *arg)
{
    connections++; // expect: CA201
    usleep(1000);
    return arg;
}

int main(void)
{
    pthread_attr_t detached;
    pthread_t t;

    pthread_attr_init(&detached);
    pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
    for (int i = 0; i < 4; i++)
        pthread_create(&t, &detached, serve, NULL);
    usleep(20000);
    printf("%d\n", connections);
    return 0;
}
