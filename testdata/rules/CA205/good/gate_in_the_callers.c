// why: the common outer lock is taken by the callers, two calls above the two orders
#include <pthread.h>

struct world {
    pthread_mutex_t gate, units, map;
    int n;
};
static struct world w = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_MUTEX_INITIALIZER,
                         PTHREAD_MUTEX_INITIALIZER, 0};

static void move(void)
{
    pthread_mutex_lock(&w.units);
    pthread_mutex_lock(&w.map);
    w.n++;
    pthread_mutex_unlock(&w.map);
    pthread_mutex_unlock(&w.units);
}

static void redraw(void)
{
    pthread_mutex_lock(&w.map);
    pthread_mutex_lock(&w.units);
    w.n--;
    pthread_mutex_unlock(&w.units);
    pthread_mutex_unlock(&w.map);
}

static void *simulate(void *arg)
{
    pthread_mutex_lock(&w.gate);
    move();
    pthread_mutex_unlock(&w.gate);
    return arg;
}

static void *draw(void *arg)
{
    pthread_mutex_lock(&w.gate);
    redraw();
    pthread_mutex_unlock(&w.gate);
    return arg;
}

int main(void)
{
    pthread_t t, u;

    pthread_create(&t, NULL, simulate, NULL);
    pthread_create(&u, NULL, draw, NULL);
    pthread_join(t, NULL);
    return pthread_join(u, NULL);
}
