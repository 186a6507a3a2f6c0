// why: the two flags are members of their own: each thread writes only its one
#include <pthread.h>
#include <stdbool.h>

static struct {
    bool is_reading;
    bool is_writing;
} state;

static void *reader(void *arg)
{
    for (int i = 0; i < 1000; i++)
        state.is_reading = i & 1;
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
    return state.is_reading && !state.is_writing;
}
