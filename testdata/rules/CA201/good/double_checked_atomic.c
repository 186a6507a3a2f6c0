// why: the pointer is loaded with acquire and stored with release: the first check is right
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct config {
    int limit;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static _Atomic(struct config *) config;

static struct config *config_get(void)
{
    struct config *c = atomic_load_explicit(&config, memory_order_acquire);

    if (!c) {
        pthread_mutex_lock(&lock);
        c = atomic_load_explicit(&config, memory_order_relaxed);
        if (!c) {
            c = malloc(sizeof(*c));
            if (!c)
                abort();
            c->limit = 100;
            atomic_store_explicit(&config, c, memory_order_release);
        }
        pthread_mutex_unlock(&lock);
    }
    return c;
}

static void *serve(void *arg)
{
    return config_get()->limit ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, serve, NULL);
    pthread_create(&b, NULL, serve, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    free(config);
    return 0;
}
