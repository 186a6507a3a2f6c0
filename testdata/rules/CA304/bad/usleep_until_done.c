// why: main looks every millisecond whether its worker has finished
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static bool finished;

static void *work(void *arg)
{
    sleep(2);
    pthread_mutex_lock(&lock);
    finished = true;
    pthread_mutex_unlock(&lock);
    return arg;
}

static bool is_finished(void)
{
    bool f;
    pthread_mutex_lock(&lock);
    f = finished;
    pthread_mutex_unlock(&lock);
    return f;
}

int main(void)
{
    pthread_t t;
    if (pthread_create(&t, NULL, work, NULL))
        return 1;
    while (!is_finished()) // expect: CA304
        usleep(1000);
    puts("done");
    return pthread_join(t, NULL);
}
