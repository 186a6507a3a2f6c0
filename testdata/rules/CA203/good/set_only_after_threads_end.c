// why: the jobs never read it; it is the main thread's alone
#include <pthread.h>
#include <stdio.h>

static __thread const char *phase;

static void *worker(void *arg)
{
    return arg;
}

int main(int argc, char **argv)
{
    pthread_t thread;

    phase = argv[argc - 1];
    pthread_create(&thread, NULL, worker, NULL);
    puts(phase);
    pthread_join(thread, NULL);
    return 0;
}
