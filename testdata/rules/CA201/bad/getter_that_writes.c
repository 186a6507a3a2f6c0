// why: a lookup looks like a read, but it counts hits in the entry; readers share the read lock
#include <pthread.h>

struct entry {
    int key, value, hits;
};

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static struct entry entries[4] = { { 1, 10, 0 }, { 2, 20, 0 }, { 3, 30, 0 }, { 4, 40, 0 } };

static int lookup(int key)
{
    int value = -1;

    pthread_rwlock_rdlock(&lock);
    for (int i = 0; i < 4; i++) {
        if (entries[i].key == key) {
            entries[i].hits++; // expect: CA201
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
        sum += lookup(i % 5);
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
