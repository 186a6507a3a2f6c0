// why: every tenth turn corrects the count after the lock has been given back
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int rows;

static void *worker(void *arg)
{
    for (int i = 0; i < 30000; i++) {
        pthread_mutex_lock(&lock);
        rows++;
        pthread_mutex_unlock(&lock);
        if (i % 10)
            continue;
        rows -= 10; // expect: CA201
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
