// why: the first check reads the pointer without the lock: it may be seen before what it points to
#include <pthread.h>
#include <stdlib.h>

struct config {
    int limit;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct config *config;

static struct config *config_get(void)
{
    if (!config) { // expect: CA201
        pthread_mutex_lock(&lock);
        if (!config) {
            struct config *fresh = malloc(sizeof(*fresh));

            if (!fresh)
                abort();
            fresh->limit = 100;
            config = fresh;
        }
        pthread_mutex_unlock(&lock);
    }
    return config;
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
