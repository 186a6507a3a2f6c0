// why: the error path gives the lock back first and counts the error afterwards
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int open_files;
static int refused;

static int open_one(int n)
{
    pthread_mutex_lock(&lock);
    if (n % 3 == 0) {
        pthread_mutex_unlock(&lock);
        refused++; // expect: CA201
        return -1;
    }
    open_files++;
    pthread_mutex_unlock(&lock);
    return 0;
}

static void *opener(void *arg)
{
    for (int i = 0; i < 30000; i++)
        open_one(i);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, opener, NULL);
    pthread_create(&b, NULL, opener, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
