// why: the threads are joined before the process forks its next stage
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void *sort_part(void *arg)
{
    free(malloc(100));
    return arg;
}

static void stage(void)
{
    if (fork() == 0) {
        FILE *out = fopen("result", "w");
        if (out)
            fclose(out);
        _exit(0);
    }
    wait(NULL);
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, sort_part, NULL);
    pthread_join(thread, NULL);
    stage();
    return 0;
}
