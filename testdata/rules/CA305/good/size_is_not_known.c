// why: how much there is to do comes from outside
#include <pthread.h>
#include <stdlib.h>

struct part {
    size_t n;
    double *v;
};

static void *scale(void *arg)
{
    struct part *p = arg;
    for (size_t i = 0; i < p->n; i++)
        p->v[i] *= 2;
    return NULL;
}

int main(int argc, char **argv)
{
    struct part p = {argc > 1 ? strtoul(argv[1], NULL, 10) : 0, NULL};
    pthread_t t;
    p.v = calloc(p.n, sizeof *p.v);
    pthread_create(&t, NULL, scale, &p);
    pthread_join(t, NULL);
    return 0;
}
