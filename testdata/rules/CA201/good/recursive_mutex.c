// why: the mutex is recursive: the inner pair leaves it held for the rest of the outer function
#include <pthread.h>

static pthread_mutex_t lock;
static int nodes;

static void add_one(void)
{
    pthread_mutex_lock(&lock);
    nodes++;
    pthread_mutex_unlock(&lock);
}

static void *build(void *arg)
{
    for (int i = 0; i < 500; i++) {
        pthread_mutex_lock(&lock);
        add_one();
        nodes++;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

int main(void)
{
    pthread_mutexattr_t attr;
    pthread_t a, b;

    pthread_mutexattr_init(&attr);
    pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(&lock, &attr);
    pthread_create(&a, NULL, build, NULL);
    pthread_create(&b, NULL, build, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
