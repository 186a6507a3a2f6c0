// why: a guard variable with a cleanup attribute gives the lock back at the end of its scope
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int turns;

static pthread_mutex_t *take(pthread_mutex_t *m)
{
    pthread_mutex_lock(m);
    return m;
}

static void release(pthread_mutex_t **m)
{
    pthread_mutex_unlock(*m);
}

#define WITH_LOCK(m) __attribute__((cleanup(release), unused)) pthread_mutex_t *held = take(m)

static int next_turn(void)
{
    WITH_LOCK(&lock);

    if (turns > 100000)
        return -1;
    return ++turns;
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
