// why: the child of a threaded program never calls exec(): it works on with everything
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

static void report(const char *path)
{
    FILE *out = fopen(path, "w"); // expect: CA403

    if (!out)
        _exit(1);
    fputs("snapshot", out);
    fclose(out);
}

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
    report(path);
    _exit(0);
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
