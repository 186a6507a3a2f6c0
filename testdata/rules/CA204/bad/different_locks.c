// why: each side holds a lock, but not the same one
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t stats_lock = PTHREAD_MUTEX_INITIALIZER;

static void *statistics(void *arg)
{
    time_t now = time(NULL);

    pthread_mutex_lock(&stats_lock);
    printf("%s", ctime(&now)); // expect: CA204
    pthread_mutex_unlock(&stats_lock);
    return arg;
}

int main(void)
{
    pthread_t thread;
    time_t now = time(NULL);

    pthread_create(&thread, NULL, statistics, NULL);
    pthread_mutex_lock(&log_lock);
    printf("%s", ctime(&now)); // expect: CA204
    pthread_mutex_unlock(&log_lock);
    pthread_join(thread, NULL);
    return 0;
}
