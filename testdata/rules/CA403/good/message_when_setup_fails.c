// why: the child prints only when a step before exec() fails, and gives up
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <unistd.h>

static void *worker(void *arg)
{
    for (;;)
        pause();
    return arg;
}

static pid_t run_helper(const char *path)
{
    pid_t pid = fork();

    if (pid != 0)
        return pid;
    if (chdir("/") < 0) {
        fprintf(stderr, "cannot change to the root directory");
        _exit(1);
    }
    if (setsid() < 0) {
        perror("setsid");
        _exit(1);
    }
    execl(path, path, (char *)NULL);
    _exit(127);
}

int main(int argc, char **argv)
{
    pthread_t thread;

    pthread_create(&thread, NULL, worker, NULL);
    if (argc > 1)
        run_helper(argv[1]);
    for (;;)
        pause();
}
