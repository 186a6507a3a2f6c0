// why: an entry moves to another bucket, but only the lock of its old bucket is held
#include <pthread.h>

#define BUCKETS 8

struct bucket {
    pthread_mutex_t lock;
    int count;
};

static struct bucket buckets[BUCKETS];

static void move_key(unsigned from, unsigned to)
{
    pthread_mutex_lock(&buckets[from].lock);
    buckets[from].count--;
    buckets[to].count++; // wrong: missed CA201
    pthread_mutex_unlock(&buckets[from].lock);
}

static void *shuffle(void *arg)
{
    for (unsigned i = 0; i < 1000; i++)
        move_key(i % BUCKETS, (i + 3) % BUCKETS);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    for (int i = 0; i < BUCKETS; i++)
        pthread_mutex_init(&buckets[i].lock, NULL);
    pthread_create(&a, NULL, shuffle, NULL);
    pthread_create(&b, NULL, shuffle, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
