// why: a cache that every thread makes for itself on first use
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static __thread char *scratch;

static char *buffer(void)
{
    if (!scratch)
        scratch = malloc(4096);
    return scratch;
}

static void *worker(void *arg)
{
    char *b = buffer();

    if (b)
        strncpy(b, arg, 4095);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    char *b = buffer();

    if (b)
        b[0] = 0;
    pthread_create(&thread, NULL, worker, "x");
    pthread_join(thread, NULL);
    return 0;
}
