// why: the program's own wrapper starts the thread; the place that names the job is meant
#include <pthread.h>

static int start(pthread_t *t, void *(*fn)(void *), void *arg)
{
    pthread_attr_t attr;
    int r;
    pthread_attr_init(&attr);
    r = pthread_create(t, &attr, fn, arg);
    pthread_attr_destroy(&attr);
    return r;
}

struct vec {
    double x, y, len2;
};

static void *measure(void *arg)
{
    struct vec *v = arg;
    v->len2 = v->x * v->x + v->y * v->y;
    return NULL;
}

int main(void)
{
    static struct vec v = {3, 4, 0};
    pthread_t t;
    if (start(&t, measure, &v)) // expect: CA305
        return 1;
    pthread_join(t, NULL);
    return v.len2 > 0;
}
