// why: a thread that adds two numbers and is joined at once
#include <pthread.h>

struct sum {
    int a, b, result;
};

static void *add(void *arg)
{
    struct sum *s = arg;
    s->result = s->a + s->b;
    return NULL;
}

static int add_async(int a, int b)
{
    struct sum s = {a, b, 0};
    pthread_t t;
    if (pthread_create(&t, NULL, add, &s)) // expect: CA305
        return a + b;
    pthread_join(t, NULL);
    return s.result;
}

int main(int argc, char **argv)
{
    (void)argv;
    return add_async(argc, 2);
}
