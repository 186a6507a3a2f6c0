// why: all calls of the group are made under one lock, and the result is copied under it
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static pthread_mutex_t time_lock = PTHREAD_MUTEX_INITIALIZER;

static int hour_now(void)
{
    time_t now = time(NULL);
    int hour;

    pthread_mutex_lock(&time_lock);
    hour = localtime(&now)->tm_hour;
    pthread_mutex_unlock(&time_lock);
    return hour;
}

static void *worker(void *arg)
{
    printf("%d\n", hour_now());
    return arg;
}

int main(void)
{
    pthread_t threads[4];

    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, worker, NULL);
    printf("%d\n", hour_now());
    return 0;
}
