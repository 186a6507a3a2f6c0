// why: pthread_cleanup_push/pop give the lock back at the end of the block
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int turns;

static void unlock(void *m)
{
    pthread_mutex_unlock(m);
}

static void *worker(void *arg)
{
    for (int i = 0; i < 500; i++) {
        pthread_mutex_lock(&lock);
        pthread_cleanup_push(unlock, &lock);
        turns++;
        pthread_testcancel();
        pthread_cleanup_pop(1);
    }
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
