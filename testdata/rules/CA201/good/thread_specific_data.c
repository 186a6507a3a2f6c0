// why: pthread_getspecific gives each thread its own record
#include <pthread.h>
#include <stdlib.h>

struct scratch {
    int uses;
};

static pthread_key_t key;

static struct scratch *scratch(void)
{
    struct scratch *s = pthread_getspecific(key);

    if (!s) {
        s = calloc(1, sizeof(*s));
        if (!s)
            abort();
        pthread_setspecific(key, s);
    }
    return s;
}

static void *worker(void *arg)
{
    for (int i = 0; i < 1000; i++)
        scratch()->uses++;
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_key_create(&key, free);
    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, worker, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
