// why: the loop leaves with an unlock of its own when nothing is left, and unlocks each turn else
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int left = 1000;

static void *worker(void *arg)
{
    for (;;) {
        pthread_mutex_lock(&lock);
        if (left == 0) {
            pthread_mutex_unlock(&lock);
            break;
        }
        left--;
        pthread_mutex_unlock(&lock);
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
    return left;
}
