// why: the record of a thread hangs on its slot, but the supervisor finds it in a table too
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

enum { WORKERS = 2 };
struct worker_data {
    long done;
    int id;
};

static pthread_key_t key;
static pthread_mutex_t table_lock = PTHREAD_MUTEX_INITIALIZER;
static struct worker_data *first_worker;

static struct worker_data *self(void)
{
    return pthread_getspecific(key);
}

static struct worker_data *enter(int id)
{
    struct worker_data *w = calloc(1, sizeof(*w));

    if (!w)
        abort();
    w->id = id;
    pthread_setspecific(key, w);
    pthread_mutex_lock(&table_lock);
    if (!first_worker)
        first_worker = w;
    pthread_mutex_unlock(&table_lock);
    return w;
}

static void *work(void *arg)
{
    struct worker_data *w = enter(*(int *)arg);

    if (self() != w)
        abort();
    for (int i = 0; i < 5000; i++)
        w->done++; // wrong: missed CA201
    return NULL;
}

int main(void)
{
    int ids[WORKERS] = {0, 1};
    pthread_t t[WORKERS];
    long seen = 0;

    pthread_key_create(&key, NULL);
    for (int i = 0; i < WORKERS; i++)
        pthread_create(&t[i], NULL, work, &ids[i]);
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&table_lock);
        struct worker_data *w = first_worker;
        pthread_mutex_unlock(&table_lock);
        if (w)
            seen += w->done;
    }
    for (int i = 0; i < WORKERS; i++)
        pthread_join(t[i], NULL);
    printf("%ld\n", seen);
    return 0;
}
