// why: a local flag remembers whether the lock was taken
#include <pthread.h>

static pthread_mutex_t big_lock = PTHREAD_MUTEX_INITIALIZER;
static int table[64];

int update(int i, int value)
{
    int locked = 0;

    if (i >= 32) {
        pthread_mutex_lock(&big_lock);
        locked = 1;
    }
    table[i] += value;
    value = table[i];
    if (locked)
        pthread_mutex_unlock(&big_lock);
    return value;
}
