// why: each bucket has its lock, by the same masked hash; a stripe of locks guards the buckets of its class
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS 64
#define STRIPES 8

struct entry {
    struct entry *next;
    unsigned hash;
    int hits;
};

static struct entry *buckets[BUCKETS];
static pthread_mutex_t bucket_locks[BUCKETS];
static unsigned sizes[BUCKETS];
static pthread_mutex_t stripes[STRIPES];

static unsigned hash_of(const char *s)
{
    unsigned h = 5381;
    while (*s)
        h = h * 33 + (unsigned char)*s++;
    return h;
}

static void item_lock(unsigned hash)
{
    pthread_mutex_lock(&stripes[hash & (STRIPES - 1)]);
}

static void item_unlock(unsigned hash)
{
    pthread_mutex_unlock(&stripes[hash & (STRIPES - 1)]);
}

static void grow(unsigned hash, int by)
{
    item_lock(hash);
    sizes[hash % BUCKETS] += (unsigned)by;
    item_unlock(hash);
}

static void insert(const char *key)
{
    unsigned h = hash_of(key), b = h & (BUCKETS - 1);
    struct entry *e = malloc(sizeof *e);

    if (!e)
        return;
    e->hash = h;
    e->hits = 0;
    pthread_mutex_lock(&bucket_locks[b]);
    e->next = buckets[b];
    buckets[b] = e;
    pthread_mutex_unlock(&bucket_locks[b]);
    grow(h, 1);
}

static int hit(const char *key)
{
    unsigned h = hash_of(key);
    int n = 0;

    pthread_mutex_lock(&bucket_locks[h & (BUCKETS - 1)]);
    for (struct entry *e = buckets[h & (BUCKETS - 1)]; e; e = e->next)
        if (e->hash == h)
            n = ++e->hits;
    pthread_mutex_unlock(&bucket_locks[h & (BUCKETS - 1)]);
    return n;
}

static void *worker(void *arg)
{
    char key[8] = "key0";

    for (int i = 0; i < 300; i++) {
        key[3] = (char)('a' + i % 20);
        insert(key);
        hit(key);
    }
    return arg;
}

int main(void)
{
    pthread_t t[2];

    for (int i = 0; i < BUCKETS; i++)
        pthread_mutex_init(&bucket_locks[i], NULL);
    for (int i = 0; i < STRIPES; i++)
        pthread_mutex_init(&stripes[i], NULL);
    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, worker, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    return 0;
}
