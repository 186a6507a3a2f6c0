// why: workers start their helpers by posix_spawn(), with everything prepared before
#include <pthread.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static void *worker(void *arg)
{
    char *args[] = {"true", NULL};
    pid_t pid;

    printf("starting a helper for %s\n", (const char *)arg);
    if (posix_spawn(&pid, "/bin/true", NULL, NULL, args, environ) == 0)
        waitpid(pid, NULL, 0);
    return arg;
}

int main(void)
{
    pthread_t threads[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, worker, "pool");
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
