// why: the port's lock functions were never filled in: they look like locks and lock nothing
#include <pthread.h>

struct os_mutex {
    int unused;
};

static struct os_mutex cache_lock;
static int entries;

static void os_mutex_lock(struct os_mutex *m)
{
    (void)m;
}

static void os_mutex_unlock(struct os_mutex *m)
{
    (void)m;
}

static void *fill(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        os_mutex_lock(&cache_lock);
        entries++; // expect: CA201
        os_mutex_unlock(&cache_lock);
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, fill, NULL);
    pthread_create(&b, NULL, fill, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
