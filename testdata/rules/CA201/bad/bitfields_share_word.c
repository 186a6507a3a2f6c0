// why: each thread has its own flag, but both flags are bits of one word: writing one writes both
#include <pthread.h>

static struct {
    unsigned is_reading : 1;
    unsigned is_writing : 1;
} state;

static void *reader(void *arg)
{
    for (int i = 0; i < 1000; i++)
        state.is_reading = i & 1; // expect: CA201
    return arg;
}

static void *writer(void *arg)
{
    for (int i = 0; i < 1000; i++)
        state.is_writing = i & 1;
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, reader, NULL);
    pthread_create(&b, NULL, writer, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
