// why: both threads use buffers from one wrapper of malloc, but never the same buffer
#include <pthread.h>
#include <stdlib.h>

struct buffer {
    int used;
    char data[60];
};

static struct buffer *buffer_new(void)
{
    struct buffer *b = calloc(1, sizeof(*b));

    if (!b)
        abort();
    return b;
}

static void buffer_put(struct buffer *b, char c)
{
    b->data[b->used++ % 60] = c;
}

static void *reader(void *arg)
{
    struct buffer *in = arg;

    for (int i = 0; i < 1000; i++)
        buffer_put(in, 'r');
    return NULL;
}

int main(void)
{
    struct buffer *in = buffer_new();
    struct buffer *out = buffer_new();
    pthread_t t;

    pthread_create(&t, NULL, reader, in);
    for (int i = 0; i < 1000; i++)
        buffer_put(out, 'w');
    pthread_join(t, NULL);
    free(in);
    free(out);
    return 0;
}
