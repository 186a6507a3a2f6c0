// why: a C11 thread may sleep and wait; the loop is elsewhere
#include <ev.h>
#include <netdb.h>
#include <threads.h>
#include <time.h>

static int prober(void *arg)
{
    struct timespec gap = {.tv_sec = 10};

    while (!gethostbyname(arg))
        thrd_sleep(&gap, NULL);
    return 0;
}

static void on_timer(struct ev_loop *loop, ev_timer *w, int revents)
{
    (void)revents;
    ev_timer_again(loop, w);
}

int main(void)
{
    struct ev_loop *loop = EV_DEFAULT;
    static char host[] = "example.org";
    ev_timer timer;
    thrd_t t;

    if (thrd_create(&t, prober, host) != thrd_success)
        return 1;
    ev_timer_init(&timer, on_timer, 1., 1.);
    ev_timer_start(loop, &timer);
    ev_run(loop, 0);
    return thrd_join(t, NULL);
}
