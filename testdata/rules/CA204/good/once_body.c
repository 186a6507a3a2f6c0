// why: the body of pthread_once runs once, and all others wait for it
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int start_year;

static void remember(void)
{
    time_t now = time(NULL);

    start_year = gmtime(&now)->tm_year;
}

static void *worker(void *arg)
{
    pthread_once(&once, remember);
    printf("%d\n", start_year);
    return arg;
}

int main(void)
{
    pthread_t threads[4];

    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, worker, NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
