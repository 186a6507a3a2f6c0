// why: the pointer never changes, what it points to is guarded; one writer does not take the lock
#include <pthread.h>
#include <stdlib.h>

#ifdef __clang__
#define PT_GUARDED_BY(x) __attribute__((pt_guarded_by(x)))
#define CAPABILITY(x) __attribute__((capability(x)))
#else
#define PT_GUARDED_BY(x)
#define CAPABILITY(x)
#endif

struct CAPABILITY("mutex") lock {
    pthread_mutex_t m;
};
struct table {
    struct lock lock;
    unsigned *cells PT_GUARDED_BY(lock);
    unsigned size;
};

static struct table table = {.lock = {PTHREAD_MUTEX_INITIALIZER}, .size = 16};

static void add(struct table *t, unsigned at)
{
    pthread_mutex_lock(&t->lock.m);
    t->cells[at % t->size]++;
    pthread_mutex_unlock(&t->lock.m);
}

static void clear(struct table *t, unsigned at)
{
    t->cells[at % t->size] = 0; // expect: CA201
}

static void *adder(void *arg)
{
    for (unsigned i = 0; i < 3000; i++)
        add(arg, i);
    return NULL;
}

static void *cleaner(void *arg)
{
    for (unsigned i = 0; i < 3000; i++)
        clear(arg, i);
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    table.cells = calloc(table.size, sizeof *table.cells);
    if (!table.cells)
        return 1;
    pthread_create(&a, NULL, adder, &table);
    pthread_create(&b, NULL, cleaner, &table);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
