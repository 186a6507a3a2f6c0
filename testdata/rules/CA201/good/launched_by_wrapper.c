// why: one function starts all threads and calls what it was given; each variable has one thread
#include <pthread.h>
#include <stdlib.h>

struct capsule {
    void (*run)(void *);
    void *arg;
};

static long read_bytes, written_bytes;

static void *ignition(void *arg)
{
    struct capsule *c = arg;

    c->run(c->arg);
    free(c);
    return NULL;
}

static pthread_t launch(void (*run)(void *), void *arg)
{
    struct capsule *c = malloc(sizeof(*c));
    pthread_t t;

    if (!c)
        abort();
    c->run = run;
    c->arg = arg;
    if (pthread_create(&t, NULL, ignition, c) != 0)
        abort();
    return t;
}

static void reader(void *arg)
{
    (void)arg;
    for (int i = 0; i < 100; i++)
        read_bytes += 10;
}

static void writer(void *arg)
{
    (void)arg;
    for (int i = 0; i < 100; i++)
        written_bytes += 5;
}

int main(void)
{
    pthread_t r = launch(reader, NULL);
    pthread_t w = launch(writer, NULL);

    pthread_join(r, NULL);
    pthread_join(w, NULL);
    return read_bytes != 2 * written_bytes;
}
