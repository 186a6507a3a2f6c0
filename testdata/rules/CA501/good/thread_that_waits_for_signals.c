// why: one thread takes all signals by sigwait(); it is ordinary code
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static sigset_t all;

static void on_signal(int sig)
{
    printf("got %d\n", sig);
    if (sig == SIGTERM)
        exit(0);
}

static void *signals(void *arg)
{
    int sig;

    while (sigwait(&all, &sig) == 0)
        on_signal(sig);
    return arg;
}

int main(void)
{
    pthread_t thread;

    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, NULL);
    pthread_create(&thread, NULL, signals, NULL);
    for (;;)
        sleep(10);
}
