// why: the value of the key is made by whoever asks first, in each thread
#include <pthread.h>
#include <stdlib.h>

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make_key(void)
{
    pthread_key_create(&key, free);
}

static int *counter(void)
{
    int *c;

    pthread_once(&once, make_key);
    c = pthread_getspecific(key);
    if (!c) {
        c = calloc(1, sizeof *c);
        pthread_setspecific(key, c);
    }
    return c;
}

static void *worker(void *arg)
{
    (*counter())++;
    return arg;
}

int main(void)
{
    pthread_t thread;

    (*counter())++;
    pthread_create(&thread, NULL, worker, NULL);
    pthread_join(thread, NULL);
    return 0;
}
