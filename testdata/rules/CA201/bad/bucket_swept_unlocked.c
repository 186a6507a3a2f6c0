// why: every bucket has its lock; the counter of all buckets is changed under the lock of only one, and
// why: the sweep looks into buckets with no lock
#include <pthread.h>
#include <stdlib.h>

#define BUCKETS 16
#define MASK (BUCKETS - 1)

struct bucket {
    pthread_mutex_t lock;
    unsigned used;
    long sum;
};

static struct bucket table[BUCKETS];

static void add(unsigned hash, long value)
{
    struct bucket *b = &table[hash & MASK];

    pthread_mutex_lock(&b->lock);
    b->sum += value;
    b->used++;
    pthread_mutex_unlock(&b->lock);
}

static void drop(unsigned hash)
{
    struct bucket *b = &table[hash & MASK];

    pthread_mutex_lock(&b->lock);
    if (b->used)
        b->used--;
    pthread_mutex_unlock(&b->lock);
}

static void *fill(void *arg)
{
    for (unsigned i = 0; i < 2000; i++) {
        add(i * 7, i);
        drop(i * 3);
    }
    return arg;
}

static void *sweep(void *arg)
{
    long seen = 0;

    for (int round = 0; round < 200; round++)
        for (unsigned i = 0; i < BUCKETS; i++)
            seen += table[i].used; // expect: CA201
    return seen ? arg : NULL;
}

int main(void)
{
    pthread_t a, b, c;

    for (unsigned i = 0; i < BUCKETS; i++)
        pthread_mutex_init(&table[i].lock, NULL);
    pthread_create(&a, NULL, fill, NULL);
    pthread_create(&b, NULL, fill, NULL);
    pthread_create(&c, NULL, sweep, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    pthread_join(c, NULL);
    return 0;
}
