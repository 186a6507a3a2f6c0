// why: the child allocates its argument vector between fork() and exec()
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>
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
    char **args = calloc(3, sizeof *args); // expect: CA403
    if (!args)
        _exit(126);
    args[0] = (char *)path;
    execv(path, args);
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
