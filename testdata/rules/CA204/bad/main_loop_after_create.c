// why: the main thread goes on with its own work while the thread it has started runs
#include <pthread.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static const char *stamp(void)
{
    time_t now = time(NULL);

    return asctime(localtime(&now)); // expect: CA204
}

static void *flusher(void *arg)
{
    for (;;) {
        sleep(1);
        printf("flushed %s", stamp());
    }
    return arg;
}

int main(void)
{
    pthread_t thread;

    if (pthread_create(&thread, NULL, flusher, NULL) != 0)
        return 1;
    for (;;) {
        printf("alive %s", stamp());
        sleep(5);
    }
}
