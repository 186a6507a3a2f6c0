// why: fewer locks than items: an item's lock is looked up by its hash wherever it is touched
#include <pthread.h>

#define ITEMS 64
#define STRIPES 4

static pthread_mutex_t stripes[STRIPES];
static struct item {
    unsigned hash;
    int refs;
} items[ITEMS];

static pthread_mutex_t *lock_of(const struct item *it)
{
    return &stripes[it->hash % STRIPES];
}

static void item_get(struct item *it)
{
    pthread_mutex_lock(lock_of(it));
    it->refs++;
    pthread_mutex_unlock(lock_of(it));
}

static void *serve(void *arg)
{
    for (int i = 0; i < 1000; i++)
        item_get(&items[i % ITEMS]);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    for (int i = 0; i < STRIPES; i++)
        pthread_mutex_init(&stripes[i], NULL);
    for (unsigned i = 0; i < ITEMS; i++)
        items[i].hash = i * 2654435761u;
    pthread_create(&a, NULL, serve, NULL);
    pthread_create(&b, NULL, serve, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
