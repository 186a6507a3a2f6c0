// why: a trampoline: the work is what the pointer leads to
#include <pthread.h>

struct start {
    void (*fn)(void *);
    void *arg;
};

static void *trampoline(void *arg)
{
    struct start *s = arg;
    s->fn(s->arg);
    return NULL;
}

int thread_start(pthread_t *t, struct start *s)
{
    return pthread_create(t, NULL, trampoline, s);
}
