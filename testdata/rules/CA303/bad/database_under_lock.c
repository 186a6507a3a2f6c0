// why: the cache's lock is held while the database answers; hits wait behind the misses
#include <pthread.h>
#include <sqlite3.h>

static pthread_mutex_t cache_lock = PTHREAD_MUTEX_INITIALIZER;
static sqlite3 *db;
static int cached, known;

static int get(void)
{
    int v;

    pthread_mutex_lock(&cache_lock);
    if (!known) {
        sqlite3_exec(db, "UPDATE counters SET n = n + 1", NULL, NULL, NULL); // expect: CA303
        known = 1;
    }
    v = cached;
    pthread_mutex_unlock(&cache_lock);
    return v;
}

static void *worker(void *arg)
{
    while (get() >= 0)
        continue;
    return arg;
}

int main(void)
{
    pthread_t t[2];

    if (sqlite3_open("counters.db", &db) != SQLITE_OK)
        return 1;
    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, worker, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    return 0;
}
