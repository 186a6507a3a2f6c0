// why: the call that waits stands in a macro: the finding is where the macro is used
#include <ev.h>
#include <unistd.h>

#define SYNC_IF_DIRTY(j)        \
    do {                        \
        if ((j)->dirty) {       \
            fsync((j)->fd);     \
            (j)->dirty = 0;     \
        }                       \
    } while (0)

struct journal {
    int fd, dirty;
};

static void on_timer(struct ev_loop *loop, ev_timer *w, int revents)
{
    struct journal *j = w->data;

    (void)loop, (void)revents;
    SYNC_IF_DIRTY(j); // expect: CA101
}

int main(void)
{
    static struct journal j = {.fd = 1};
    struct ev_loop *loop = EV_DEFAULT;
    ev_timer timer;

    ev_timer_init(&timer, on_timer, 1., 1.);
    timer.data = &j;
    ev_timer_start(loop, &timer);
    ev_run(loop, 0);
    return 0;
}
