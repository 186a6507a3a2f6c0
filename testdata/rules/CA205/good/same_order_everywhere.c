// why: both threads take the lock of the table before the lock of the log
#include <pthread.h>

static pthread_mutex_t table = PTHREAD_MUTEX_INITIALIZER, log_lock = PTHREAD_MUTEX_INITIALIZER;
static int x, y;

static void *one(void *arg)
{
    pthread_mutex_lock(&table);
    pthread_mutex_lock(&log_lock);
    x++;
    pthread_mutex_unlock(&log_lock);
    pthread_mutex_unlock(&table);
    return arg;
}

static void *two(void *arg)
{
    pthread_mutex_lock(&table);
    y++;
    pthread_mutex_lock(&log_lock);
    x--;
    pthread_mutex_unlock(&log_lock);
    pthread_mutex_unlock(&table);
    return arg;
}

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, one, NULL);
    pthread_create(&u, NULL, two, NULL);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
