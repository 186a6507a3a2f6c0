// why: getenv in many threads is fine while nobody changes the environment
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static void *worker(void *arg)
{
    const char *home = getenv("HOME");

    puts(home ? home : "/");
    return arg;
}

int main(void)
{
    pthread_t threads[4];

    setenv("LC_ALL", "C", 1);
    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, worker, NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
