// why: C11's own sleep and join in a callback
#include <ev.h>
#include <threads.h>
#include <time.h>

static thrd_t worker;

static int work(void *arg)
{
    return arg != NULL;
}

static void on_timer(struct ev_loop *loop, ev_timer *w, int revents)
{
    struct timespec gap = {.tv_nsec = 300000000};

    (void)loop, (void)w, (void)revents;
    thrd_sleep(&gap, NULL);   // expect: CA101
    thrd_join(worker, NULL);  // expect: CA101
}

int main(void)
{
    struct ev_loop *loop = EV_DEFAULT;
    ev_timer timer;

    if (thrd_create(&worker, work, NULL) != thrd_success)
        return 1;
    ev_timer_init(&timer, on_timer, 1., 0.);
    ev_timer_start(loop, &timer);
    ev_run(loop, 0);
    return 0;
}
