// why: the call is made at start-up; the threads that make it too do not exist yet, and use localtime_r
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static int start_hour;

static void *worker(void *arg)
{
    time_t now = time(NULL);
    struct tm tm;

    localtime_r(&now, &tm);
    printf("%d %d\n", start_hour, tm.tm_hour);
    return arg;
}

int main(void)
{
    pthread_t threads[4];
    time_t now = time(NULL);

    start_hour = localtime(&now)->tm_hour;
    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, worker, NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
