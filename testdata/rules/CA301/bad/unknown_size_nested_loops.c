// why: how much data there is comes from outside, and all of it is compared under the lock
#include <pthread.h>
#include <stdlib.h>

struct set {
    int n;
    double (*point)[3];
};
static struct set set;
static pthread_mutex_t set_lock = PTHREAD_MUTEX_INITIALIZER;
static double nearest = 1e300;

static double distance(const double *p, const double *q)
{
    double sum = 0;
    for (int i = 0; i < 3; i++)
        sum += (p[i] - q[i]) * (p[i] - q[i]);
    return sum;
}

static void compare_all(const double *p)
{
    for (int i = 0; i < set.n; i++)
        for (int k = 0; k < set.n; k++) {
            double d = distance(set.point[k], p);
            if (d > 0 && d < nearest)
                nearest = d;
        }
}

static void *search(void *arg)
{
    pthread_mutex_lock(&set_lock); // expect: CA301
    compare_all(arg);
    pthread_mutex_unlock(&set_lock);
    return NULL;
}

int main(int argc, char **argv)
{
    static const double origin[4][3];
    pthread_t t[4];
    set.n = argc > 1 ? atoi(argv[1]) : 0;
    set.point = calloc((size_t)set.n, sizeof *set.point);
    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, search, (void *)origin[i]);
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    return 0;
}
