// why: the mutex is a local variable: each call locks a fresh one
#include <pthread.h>

static long served;

static void count(void)
{
    pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

    pthread_mutex_lock(&lock);
    served++; // expect: CA201
    pthread_mutex_unlock(&lock);
}

static void *serve(void *arg)
{
    for (int i = 0; i < 1000; i++)
        count();
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, serve, NULL);
    pthread_create(&b, NULL, serve, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
