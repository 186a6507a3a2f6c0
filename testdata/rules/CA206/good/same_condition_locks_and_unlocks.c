// why: lock and unlock stand under the same condition, which nothing changes in between
#include <pthread.h>
#include <stdbool.h>

struct store {
    pthread_mutex_t lock;
    int values[8];
};

int store_get(struct store *s, int i, bool threaded)
{
    int v;

    if (threaded)
        pthread_mutex_lock(&s->lock);
    v = s->values[i];
    if (v < 0) {
        if (threaded)
            pthread_mutex_unlock(&s->lock);
        return -1;
    }
    if (threaded)
        pthread_mutex_unlock(&s->lock);
    return v;
}
