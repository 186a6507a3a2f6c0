// why: the program's own daemonise() forks when the workers exist already
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void *worker(void *arg)
{
    for (;;)
        pause();
    return arg;
}

static void daemonise(void)
{
    pid_t pid = fork(); // expect: CA403

    if (pid < 0)
        exit(1);
    if (pid > 0)
        exit(0);
    setsid();
    pid = fork();
    if (pid != 0)
        _exit(pid < 0);
    umask(022);
}

int main(void)
{
    pthread_t threads[2];

    for (int i = 0; i < 2; i++)
        if (pthread_create(&threads[i], NULL, worker, NULL) != 0)
            return 1;
    daemonise();
    for (;;)
        pause();
}
