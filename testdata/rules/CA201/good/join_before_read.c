// why: main reads what the thread counted after it has joined it
#include <pthread.h>
#include <stdio.h>

static int lines;

static void *count(void *arg)
{
    for (int i = 0; i < 1000; i++)
        lines++;
    return arg;
}

int main(void)
{
    pthread_t t;

    if (pthread_create(&t, NULL, count, NULL) != 0)
        return 1;
    pthread_join(t, NULL);
    printf("%d lines\n", lines);
    return 0;
}
