// why: the guard's scope ends before the second write
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int turns;
static int late;

static void release(pthread_mutex_t **m)
{
    pthread_mutex_unlock(*m);
}

static void next_turn(void)
{
    {
        __attribute__((cleanup(release), unused)) pthread_mutex_t *held = &lock;

        pthread_mutex_lock(&lock);
        turns++;
    }
    late++; // expect: CA201
}

static void *worker(void *arg)
{
    for (int i = 0; i < 500; i++)
        next_turn();
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, worker, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
