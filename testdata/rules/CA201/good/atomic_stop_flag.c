// why: the flag that stops the worker is atomic, and the counter is read after the join
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

static atomic_int stop;
static long turns;

static void *worker(void *arg)
{
    while (!atomic_load(&stop)) {
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
    atomic_store(&stop, 1);
    pthread_join(t, NULL);
    return turns == 0;
}
