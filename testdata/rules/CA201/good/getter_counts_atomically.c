// why: the hit counter that lookups bump under the read lock is an atomic
#include <pthread.h>
#include <stdatomic.h>

struct entry {
    int key, value;
    atomic_int hits;
};

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static struct entry entries[2] = { { 1, 10, 0 }, { 2, 20, 0 } };

static int lookup(int key)
{
    int value = -1;

    pthread_rwlock_rdlock(&lock);
    for (int i = 0; i < 2; i++) {
        if (entries[i].key == key) {
            atomic_fetch_add_explicit(&entries[i].hits, 1, memory_order_relaxed);
            value = entries[i].value;
        }
    }
    pthread_rwlock_unlock(&lock);
    return value;
}

static void *serve(void *arg)
{
    int sum = 0;

    for (int i = 0; i < 1000; i++)
        sum += lookup(i % 3);
    return sum ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, serve, NULL);
    pthread_create(&b, NULL, serve, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
