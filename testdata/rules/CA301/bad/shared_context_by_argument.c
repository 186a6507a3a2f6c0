// why: all threads get the address of the same static context, and its lock is around the sort
#include <pthread.h>
#include <stdlib.h>

enum { PARTS = 8, PER_PART = 50000 };
struct sorter {
    pthread_mutex_t lock;
    int part;
    int v[PARTS][PER_PART];
};
static struct sorter sorter = {.lock = PTHREAD_MUTEX_INITIALIZER};

static int by_number(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

static void *sort_part(void *arg)
{
    struct sorter *s = arg;

    pthread_mutex_lock(&s->lock); // expect: CA301
    qsort(s->v[s->part++], PER_PART, sizeof(int), by_number);
    pthread_mutex_unlock(&s->lock);
    return NULL;
}

int main(void)
{
    pthread_t t[PARTS];
    for (int i = 0; i < PARTS; i++)
        pthread_create(&t[i], NULL, sort_part, &sorter);
    for (int i = 0; i < PARTS; i++)
        pthread_join(t[i], NULL);
    return 0;
}
