// why: the next id comes from a static variable of the function, which all callers share
#include <pthread.h>

static int next_id(void)
{
    static int last;

    return ++last; // expect: CA201
}

static void *client(void *arg)
{
    int id = 0;

    for (int i = 0; i < 1000; i++)
        id = next_id();
    return id ? arg : NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, client, NULL);
    pthread_create(&b, NULL, client, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
