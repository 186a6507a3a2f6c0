// why: only the one logger thread takes times apart
#include <pthread.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static void *logger(void *arg)
{
    for (;;) {
        time_t now = time(NULL);

        printf("%s", asctime(localtime(&now)));
        sleep(1);
    }
    return arg;
}

static void *worker(void *arg)
{
    for (;;)
        sleep(1);
    return arg;
}

int main(void)
{
    pthread_t threads[3];

    pthread_create(&threads[0], NULL, logger, NULL);
    pthread_create(&threads[1], NULL, worker, NULL);
    pthread_create(&threads[2], NULL, worker, NULL);
    pause();
    return 0;
}
