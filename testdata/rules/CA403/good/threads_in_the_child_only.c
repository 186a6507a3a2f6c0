// why: the child creates the threads; the parent has none when it forks
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
    pthread_t thread;

    pthread_create(&thread, NULL, worker, (void *)path);
    free(malloc(100));
    pthread_join(thread, NULL);
    _exit(0);
}

int main(int argc, char **argv)
{

    if (argc > 1)
        run_helper(argv[1]);
    for (;;)
        pause();
}
