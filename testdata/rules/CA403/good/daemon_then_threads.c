// why: the fork that detaches comes first; the child is the program, and makes its threads later
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void *worker(void *arg)
{
    for (;;)
        free(malloc(10));
    return arg;
}

static void daemonize(void)
{
    pid_t pid = fork();

    if (pid < 0)
        exit(1);
    if (pid > 0)
        exit(0);
    setsid();
    printf("detached\n");
}

int main(void)
{
    pthread_t thread;

    daemonize();
    pthread_create(&thread, NULL, worker, NULL);
    pthread_join(thread, NULL);
    return 0;
}
