// why: the read lock is released before the write lock is taken, and the state is tested again
#include <pthread.h>

static pthread_rwlock_t table_lock = PTHREAD_RWLOCK_INITIALIZER;
static int table[32];

int lookup_or_add(int slot, int value)
{
    pthread_rwlock_rdlock(&table_lock);
    int found = table[slot];
    pthread_rwlock_unlock(&table_lock);
    if (found)
        return found;
    pthread_rwlock_wrlock(&table_lock);
    if (!table[slot])
        table[slot] = value;
    found = table[slot];
    pthread_rwlock_unlock(&table_lock);
    return found;
}
