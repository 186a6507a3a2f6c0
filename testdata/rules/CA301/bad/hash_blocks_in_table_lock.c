// why: the digest is computed inside of the lock that only the table needs
#include <openssl/sha.h>
#include <pthread.h>
#include <string.h>

enum { BLOCK = 65536, BLOCKS = 4096 };
struct table {
    pthread_mutex_t lock;
    unsigned char digest[BLOCKS][32];
    int next;
};
static struct table table = {.lock = PTHREAD_MUTEX_INITIALIZER};
static unsigned char data[BLOCKS][BLOCK];

static int table_hash_next(void)
{
    pthread_mutex_lock(&table.lock); // expect: CA301
    int i = table.next;
    if (i < BLOCKS) {
        table.next++;
        SHA256(data[i], BLOCK, table.digest[i]);
    }
    pthread_mutex_unlock(&table.lock);
    return i < BLOCKS;
}

static void *hasher(void *arg)
{
    while (table_hash_next())
        ;
    return arg;
}

int main(void)
{
    pthread_t t[8];
    for (int i = 0; i < 8; i++)
        pthread_create(&t[i], NULL, hasher, NULL);
    for (int i = 0; i < 8; i++)
        pthread_join(t[i], NULL);
    return 0;
}
