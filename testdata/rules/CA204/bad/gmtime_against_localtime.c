// why: two functions with two names share one buffer, each called by one thread only
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static void *reporter(void *arg)
{
    time_t now = time(NULL);
    struct tm *utc = gmtime(&now); // expect: CA204

    printf("%d\n", utc->tm_hour);
    return arg;
}

int main(void)
{
    pthread_t thread;
    time_t now = time(NULL);

    pthread_create(&thread, NULL, reporter, NULL);
    printf("%d\n", localtime(&now)->tm_hour); // expect: CA204
    pthread_join(thread, NULL);
    return 0;
}
