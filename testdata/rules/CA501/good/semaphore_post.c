// why: sem_post() is the one call of the semaphores that a handler may make
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>

static sem_t arrived;

static void on_usr1(int sig)
{
    (void)sig;
    sem_post(&arrived);
}

static void *reporter(void *arg)
{
    for (;;) {
        sem_wait(&arrived);
        puts("signal");
    }
    return arg;
}

int main(void)
{
    pthread_t thread;

    sem_init(&arrived, 0, 0);
    signal(SIGUSR1, on_usr1);
    pthread_create(&thread, NULL, reporter, NULL);
    pthread_join(thread, NULL);
    return 0;
}
