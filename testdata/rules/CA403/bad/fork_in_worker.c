// why: each worker forks its helper itself: main and the other workers go on meanwhile
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void *worker(void *arg)
{
    pid_t pid = fork();

    switch (pid) {
    case -1:
        return NULL;
    case 0:
        printf("helper of %s\n", (const char *)arg); // expect: CA403
        execl("/bin/true", "true", (char *)NULL);
        _exit(127);
    default:
        waitpid(pid, NULL, 0);
    }
    return arg;
}

int main(void)
{
    pthread_t threads[4];

    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, worker, "pool");
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
