// why: thread-local storage: every thread has its own counter
#include <pthread.h>

static __thread long handled;
static _Thread_local int depth;

static void *worker(void *arg)
{
    for (int i = 0; i < 1000; i++) {
        depth++;
        handled += depth;
        depth--;
    }
    return handled ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, worker, NULL);
    pthread_create(&b, NULL, worker, NULL);
    handled = 1;
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return handled != 1;
}
