// why: thread and main append to the one buffer that main allocated by its wrapper
#include <pthread.h>
#include <stdlib.h>

struct buffer {
    int used;
};

static struct buffer *buffer_new(void)
{
    struct buffer *b = calloc(1, sizeof(*b));

    if (!b)
        abort();
    return b;
}

static void buffer_put(struct buffer *b)
{
    b->used++; // expect: CA201
}

static void *reader(void *arg)
{
    struct buffer *log = arg;

    for (int i = 0; i < 1000; i++)
        buffer_put(log);
    return NULL;
}

int main(void)
{
    struct buffer *log = buffer_new();
    pthread_t t;

    pthread_create(&t, NULL, reader, log);
    for (int i = 0; i < 1000; i++)
        buffer_put(log);
    pthread_join(t, NULL);
    free(log);
    return 0;
}
