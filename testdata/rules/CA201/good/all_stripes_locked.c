// why: the total is changed with all stripes locked; each stripe's own counters under its lock
#include <pthread.h>

#define STRIPES 4

static pthread_mutex_t stripes[STRIPES];
static int counts[STRIPES];
static long total;

static void lock_all(void)
{
    for (int i = 0; i < STRIPES; i++)
        pthread_mutex_lock(&stripes[i]);
}

static void unlock_all(void)
{
    for (int i = STRIPES - 1; i >= 0; i--)
        pthread_mutex_unlock(&stripes[i]);
}

static void count(unsigned hash)
{
    pthread_mutex_lock(&stripes[hash % STRIPES]);
    counts[hash % STRIPES]++;
    pthread_mutex_unlock(&stripes[hash % STRIPES]);
}

static void sum_up(void)
{
    lock_all();
    for (int i = 0; i < STRIPES; i++) {
        total += counts[i];
        counts[i] = 0;
    }
    unlock_all();
}

static void *worker(void *arg)
{
    for (unsigned i = 0; i < 500; i++) {
        count(i * 7);
        if (i % 50 == 0)
            sum_up();
    }
    return arg;
}

int main(void)
{
    pthread_t t[3];

    for (int i = 0; i < STRIPES; i++)
        pthread_mutex_init(&stripes[i], 0);
    for (int i = 0; i < 3; i++)
        pthread_create(&t[i], 0, worker, 0);
    for (int i = 0; i < 3; i++)
        pthread_join(t[i], 0);
    return total < 0;
}
