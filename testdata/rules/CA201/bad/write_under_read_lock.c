// why: readers share a read lock, so what is written under it is written by several at once
#include <pthread.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static int table[16];
static int last_found;

static void *reader(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        pthread_rwlock_rdlock(&lock);
        if (table[i % 16] == 0)
            last_found = i; // expect: CA201
        pthread_rwlock_unlock(&lock);
    }
    return arg;
}

static void *writer(void *arg)
{
    for (int i = 0; i < 16; i++) {
        pthread_rwlock_wrlock(&lock);
        table[i] = 0;
        pthread_rwlock_unlock(&lock);
    }
    return arg;
}

int main(void)
{
    pthread_t t[3];

    pthread_create(&t[0], NULL, reader, NULL);
    pthread_create(&t[1], NULL, reader, NULL);
    pthread_create(&t[2], NULL, writer, NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(t[i], NULL);
    return 0;
}
