// why: the read lock is still held when the write lock is asked for: the writer waits for itself
#include <pthread.h>

static pthread_rwlock_t table_lock = PTHREAD_RWLOCK_INITIALIZER;
static int table[32];

int lookup_or_add(int slot, int value)
{
    int found;

    pthread_rwlock_rdlock(&table_lock);
    found = table[slot];
    if (!found) {
        pthread_rwlock_wrlock(&table_lock); // expect: CA206
        table[slot] = found = value;
    }
    pthread_rwlock_unlock(&table_lock);
    return found;
}
