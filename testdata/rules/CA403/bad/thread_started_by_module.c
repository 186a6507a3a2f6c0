// why: the worker is started by a function that main always calls; the fork comes later
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static void *worker(void *arg)
{
    for (;;)
        pause();
    return arg;
}

static void workers_start(void)
{
    pthread_t thread;

    for (int i = 0; i < 4; i++)
        if (pthread_create(&thread, NULL, worker, NULL) != 0)
            _exit(1);
}

static pid_t run_helper(const char *path)
{
    pid_t pid = fork();

    if (pid != 0)
        return pid;
    time_t now = time(NULL);
    struct tm *tm = localtime(&now); // expect: CA403

    if (tm && tm->tm_hour < 8)
        _exit(3);
    execl(path, path, (char *)NULL);
    _exit(127);
}

int main(int argc, char **argv)
{
    workers_start();
    if (argc > 1)
        run_helper(argv[1]);
    for (;;)
        pause();
}
