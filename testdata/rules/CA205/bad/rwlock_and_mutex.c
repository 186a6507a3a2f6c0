// why: a reader of the table takes the mutex; the holder of the mutex writes the table
#include <pthread.h>

static pthread_rwlock_t table_lock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_mutex_t stats_lock = PTHREAD_MUTEX_INITIALIZER;
static int table[8], lookups;

static void *look(void *arg)
{
    pthread_rwlock_rdlock(&table_lock);
    pthread_mutex_lock(&stats_lock);
    lookups += table[0] == 0;
    pthread_mutex_unlock(&stats_lock);
    pthread_rwlock_unlock(&table_lock);
    return arg;
}

static void *reset(void *arg)
{
    pthread_mutex_lock(&stats_lock);
    lookups = 0;
    pthread_rwlock_wrlock(&table_lock); // expect: CA205
    table[0] = 0;
    pthread_rwlock_unlock(&table_lock);
    pthread_mutex_unlock(&stats_lock);
    return arg;
}

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, look, NULL);
    pthread_create(&u, NULL, reset, NULL);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
