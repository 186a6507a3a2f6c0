// why: every way out of the function goes through the one label that gives the lock back
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int open_files;
static int refused;

static int open_one(int n)
{
    int rc = -1;

    pthread_mutex_lock(&lock);
    if (n % 7 == 0)
        goto out;
    if (open_files > 100) {
        refused++;
        goto out;
    }
    open_files++;
    rc = 0;
out:
    pthread_mutex_unlock(&lock);
    return rc;
}

static void *opener(void *arg)
{
    for (int i = 0; i < 300; i++)
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
