// why: the function that waits is passed to each() from a loop callback
#include <ev.h>
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

static void sync_item(struct item *i)
{
    if (i->marked)
        fsync(i->fd); // expect: CA101
}

static void on_timer(struct ev_loop *loop, ev_timer *w, int revents)
{
    (void)revents;
    each(items, sync_item);
    ev_timer_again(loop, w);
}

int main(void)
{
    struct ev_loop *loop = EV_DEFAULT;
    ev_timer timer;

    ev_timer_init(&timer, on_timer, 1., 1.);
    ev_timer_start(loop, &timer);
    ev_run(loop, 0);
    return 0;
}
