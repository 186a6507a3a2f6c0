// why: whether the lock is held at the sleep cannot be told: nothing is claimed
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int shared, n;

static void *work(void *arg)
{
    for (;;) {
        int mine = n & 1;
        if (shared > 3)
            pthread_mutex_lock(&lock);
        n++;
        if (mine)
            sleep(1);
        if (shared > 3)
            pthread_mutex_unlock(&lock);
        if (n > 100)
            return arg;
    }
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, work, NULL);
    return pthread_join(t, NULL);
}
