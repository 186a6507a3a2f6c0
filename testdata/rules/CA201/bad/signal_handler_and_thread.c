// why: the handler runs in main's thread and moves the log level while a worker reads it
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static int log_level = 1;

static void on_usr1(int sig)
{
    (void)sig;
    log_level++;
}

static void *worker(void *arg)
{
    int verbose = 0;

    for (int i = 0; i < 100; i++) {
        verbose += log_level > 2; // expect: CA201
        usleep(100);
    }
    return verbose ? arg : NULL;
}

int main(void)
{
    pthread_t t;
    sigset_t usr1;

    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    signal(SIGUSR1, on_usr1);
    pthread_sigmask(SIG_BLOCK, &usr1, NULL);
    pthread_create(&t, NULL, worker, NULL);
    pthread_sigmask(SIG_UNBLOCK, &usr1, NULL);
    usleep(2000);
    kill(getpid(), SIGUSR1);
    pthread_join(t, NULL);
    return 0;
}
