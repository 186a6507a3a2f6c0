// why: the pool has one worker, which keeps the loop free; nobody else wants to compute under the lock
#include <stddef.h>

typedef struct _GThreadPool GThreadPool;
typedef struct {
    void *p;
    unsigned i[2];
} GMutex;
typedef void (*GFunc)(void *data, void *user);
GThreadPool *g_thread_pool_new(GFunc func, void *user, int max_threads, int exclusive, void **error);
int g_thread_pool_push(GThreadPool *pool, void *data, void **error);
void g_thread_pool_free(GThreadPool *pool, int immediate, int wait);
void g_mutex_lock(GMutex *mutex);
void g_mutex_unlock(GMutex *mutex);

struct block {
    unsigned char data[65536];
    unsigned long sum;
};

static GMutex table_lock;
static unsigned long table[1024];

static void hash_block(void *data, void *user)
{
    struct block *b = data;
    unsigned long h = 14695981039346656037UL;

    (void)user;
    g_mutex_lock(&table_lock);
    for (size_t round = 0; round < 16; round++)
        for (size_t i = 0; i < sizeof b->data; i++)
            h = (h ^ b->data[i]) * 1099511628211UL;
    b->sum = h;
    table[h % 1024]++;
    g_mutex_unlock(&table_lock);
}

int main(void)
{
    static struct block blocks[64];
    GThreadPool *pool = g_thread_pool_new(hash_block, NULL, 1, 0, NULL);

    for (int i = 0; i < 64; i++)
        g_thread_pool_push(pool, &blocks[i], NULL);
    g_thread_pool_free(pool, 0, 1);
    return 0;
}
