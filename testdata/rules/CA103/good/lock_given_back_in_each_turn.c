// why: a hundred million turns, but the lock is taken for one element at a time
#include <event2/event.h>
#include <pthread.h>
#include <stdlib.h>

enum { CELLS = 1000000 };

struct grid {
    pthread_mutex_t lock;
    unsigned cells[CELLS];
    unsigned shown;
};

static void *life(void *arg)
{
    struct grid *g = arg;

    for (;;) {
        for (unsigned i = 0; i < CELLS; i++) {
            pthread_mutex_lock(&g->lock);
            g->cells[i] = g->cells[(i + 1) % CELLS] + 1;
            pthread_mutex_unlock(&g->lock);
        }
    }
    return NULL;
}

static void on_read(evutil_socket_t fd, short what, void *arg)
{
    struct grid *g = arg;

    (void)fd, (void)what;
    pthread_mutex_lock(&g->lock);
    g->shown = g->cells[0];
    pthread_mutex_unlock(&g->lock);
}

int main(void)
{
    static struct grid grid = {.lock = PTHREAD_MUTEX_INITIALIZER};
    struct event_base *base = event_base_new();
    pthread_t t;

    pthread_create(&t, NULL, life, &grid);
    event_add(event_new(base, 0, EV_READ | EV_PERSIST, on_read, &grid), NULL);
    return event_base_dispatch(base);
}
