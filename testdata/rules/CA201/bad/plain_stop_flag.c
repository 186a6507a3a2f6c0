// why: the worker polls a plain flag that main sets: the compiler may read it once for ever
#include <pthread.h>
#include <unistd.h>

static int stop;
static long turns;

static void *worker(void *arg)
{
    while (!stop) {
        turns++;
        usleep(1000);
    }
    return arg;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, worker, NULL);
    usleep(5000);
    stop = 1; // expect: CA201
    pthread_join(t, NULL);
    return turns == 0;
}
