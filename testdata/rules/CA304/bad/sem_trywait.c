// why: sem_trywait() in a loop, with a nap
#include <errno.h>
#include <semaphore.h>
#include <time.h>

struct channel {
    sem_t items;
    void *slot[64];
    unsigned head;
};

void *channel_get(struct channel *c)
{
    static const struct timespec nap = {0, 2000000};
    while (sem_trywait(&c->items) == -1) { // expect: CA304
        if (errno != EAGAIN)
            return NULL;
        nanosleep(&(struct timespec){0, 2000000}, NULL);
    }
    (void)nap;
    return c->slot[c->head++ % 64];
}
