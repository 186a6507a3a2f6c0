// why: the array hangs on a thread-local record: each thread allocates, uses and frees its own
#include <pthread.h>
#include <stdlib.h>

static __thread struct {
    char **lines;
    size_t used;
} context;

static pthread_mutex_t print_lock = PTHREAD_MUTEX_INITIALIZER;

static void context_init(void)
{
    if (context.lines)
        return;
    context.lines = calloc(8, sizeof(char *));
    context.used = 0;
}

static void context_cleanup(void)
{
    if (!context.lines)
        return;
    for (size_t i = 0; i < 8; i++)
        free(context.lines[i]);
    free(context.lines);
    context.lines = NULL;
}

static void print_context(void)
{
    size_t n = context.used++ % 8;

    pthread_mutex_lock(&print_lock);
    if (context.lines && !context.lines[n])
        context.lines[n] = calloc(1, 10);
    pthread_mutex_unlock(&print_lock);
}

static void *searcher(void *arg)
{
    for (int i = 0; i < 100; i++) {
        context_init();
        print_context();
        context_cleanup();
    }
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, searcher, NULL);
    pthread_create(&b, NULL, searcher, NULL);
    searcher(NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
