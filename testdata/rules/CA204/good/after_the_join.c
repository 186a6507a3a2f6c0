// why: the threads are joined in a loop before the main thread makes the call as well
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static void *once_a_day(void *arg)
{
    time_t now = time(NULL);

    printf("%s", ctime(&now));
    return arg;
}

int main(void)
{
    pthread_t thread;
    time_t now = time(NULL);

    if (pthread_create(&thread, NULL, once_a_day, NULL) == 0)
        pthread_join(thread, NULL);
    printf("%s", ctime(&now));
    return 0;
}
