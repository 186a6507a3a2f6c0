// why: each() is called on the loop with a harmless function, and on a thread with one that waits
#include <ev.h>
#include <pthread.h>
#include <stddef.h>
#include <unistd.h>

struct item {
    struct item *next;
    int fd, marked;
};

static struct item *items;

static void each(struct item *head, void (*fn)(struct item *))
{
    for (struct item *i = head; i; i = i->next)
        fn(i);
}

static void mark(struct item *i)
{
    i->marked = 1;
}

static void sync_item(struct item *i)
{
    if (i->marked)
        fsync(i->fd);
}

static void *syncer(void *arg)
{
    each(items, sync_item);
    return arg;
}

static void on_timer(struct ev_loop *loop, ev_timer *w, int revents)
{
    (void)revents;
    each(items, mark);
    ev_timer_again(loop, w);
}

int main(void)
{
    struct ev_loop *loop = EV_DEFAULT;
    ev_timer timer;
    pthread_t t;

    pthread_create(&t, NULL, syncer, NULL);
    ev_timer_init(&timer, on_timer, 1., 1.);
    ev_timer_start(loop, &timer);
    ev_run(loop, 0);
    return pthread_join(t, NULL);
}
