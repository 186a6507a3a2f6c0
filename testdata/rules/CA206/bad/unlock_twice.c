// why: the lock is released in the branch and released again at the end
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int pending;

void flush(void (*write_out)(int))
{
    int n;

    pthread_mutex_lock(&lock);
    n = pending;
    pending = 0;
    pthread_mutex_unlock(&lock);
    write_out(n);
    pthread_mutex_unlock(&lock); // expect: CA206
}
