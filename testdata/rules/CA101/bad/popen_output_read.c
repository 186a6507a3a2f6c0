// why: reading a command's output waits for the command to write it, and pclose() for its end
#include <ev.h>
#include <stdio.h>

static char load[64];

static void on_timer(struct ev_loop *loop, ev_timer *w, int revents)
{
    FILE *p = popen("uptime", "r");

    (void)revents;
    if (!p) {
        ev_timer_stop(loop, w);
        return;
    }
    if (!fgets(load, sizeof(load), p)) // expect: CA101
        load[0] = 0;
    pclose(p); // expect: CA101
}

int main(void)
{
    struct ev_loop *loop = EV_DEFAULT;
    ev_timer timer;

    ev_timer_init(&timer, on_timer, 0., 10.);
    ev_timer_start(loop, &timer);
    ev_run(loop, 0);
    return 0;
}
