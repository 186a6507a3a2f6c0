// why: the hash table is looked into without the lock first, and with it only if nothing was found
#include <pthread.h>

struct entry {
    int line, uses;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct entry table[64];

static void note_allocation(int line)
{
    struct entry *e = &table[line % 64];

    if (e->line != line) { // expect: CA201
        pthread_mutex_lock(&lock);
        if (e->line == 0)
            e->line = line;
        pthread_mutex_unlock(&lock);
    }
}

static void *worker(void *arg)
{
    for (int i = 1; i < 2000; i++)
        note_allocation(i);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, worker, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return table[0].uses;
}
