// why: a helper without attributes stands between the lock and the function that needs it; and main
// why: calls it before there is a thread
#include <pthread.h>

#ifdef __clang__
#define TSA(x) __attribute__((x))
#else
#define TSA(x)
#endif

typedef struct TSA(capability("mutex")) {
    pthread_mutex_t native;
} mutex;

static mutex table_lock = {PTHREAD_MUTEX_INITIALIZER};
static int used TSA(guarded_by(table_lock));

static void grow(int by) TSA(requires_capability(table_lock));
static void grow(int by)
{
    used += by;
}

static void grow_twice(void)
{
    grow(1);
    grow(2);
}

static void *worker(void *arg)
{
    for (int i = 0; i < 100; i++) {
        pthread_mutex_lock(&table_lock.native);
        grow_twice();
        pthread_mutex_unlock(&table_lock.native);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    grow(10);
    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, worker, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
