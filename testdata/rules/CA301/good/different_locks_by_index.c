// why: a table of locks, one for each bucket
#include <pthread.h>

enum { BUCKETS = 64, N = 50000 };
static struct bucket {
    pthread_mutex_t lock;
    double v[N];
} buckets[BUCKETS];

static void *scale(void *arg)
{
    int index = (int)(long)arg;
    struct bucket *b = &buckets[index];
    pthread_mutex_lock(&b->lock);
    for (int i = 0; i < N; i++)
        b->v[i] *= 1.0001;
    pthread_mutex_unlock(&b->lock);
    return NULL;
}

int main(void)
{
    pthread_t t[BUCKETS];
    for (int i = 0; i < BUCKETS; i++)
        pthread_mutex_init(&buckets[i].lock, NULL);
    for (long i = 0; i < BUCKETS; i++)
        pthread_create(&t[i], NULL, scale, (void *)i);
    for (int i = 0; i < BUCKETS; i++)
        pthread_join(t[i], NULL);
    return 0;
}
