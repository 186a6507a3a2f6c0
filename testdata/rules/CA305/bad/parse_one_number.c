// why: a number is parsed by a thread
#include <pthread.h>
#include <stdlib.h>

struct field {
    const char *text;
    long value;
};

static void *parse(void *arg)
{
    struct field *f = arg;
    f->value = strtol(f->text, NULL, 10);
    return f;
}

int main(int argc, char **argv)
{
    struct field f = {argc > 1 ? argv[1] : "0", 0};
    pthread_t t;
    if (pthread_create(&t, NULL, parse, &f)) // expect: CA305
        return 1;
    pthread_join(t, NULL);
    return (int)f.value;
}
