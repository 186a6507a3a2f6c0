// why: readers read under the read side, the writer writes under the write side
#include <pthread.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static int table[16];

static void *reader(void *arg)
{
    int zeros = 0;

    for (int i = 0; i < 1000; i++) {
        pthread_rwlock_rdlock(&lock);
        if (table[i % 16] == 0)
            zeros++;
        pthread_rwlock_unlock(&lock);
    }
    return zeros ? arg : NULL;
}

static void *writer(void *arg)
{
    for (int i = 0; i < 16; i++) {
        pthread_rwlock_wrlock(&lock);
        table[i] = i;
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
