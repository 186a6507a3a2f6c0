// why: libev sets the callback by macro; the child-process helper waits for the command
#include <ev.h>
#include <stdlib.h>

static void on_sighup(struct ev_loop *loop, ev_signal *w, int revents)
{
    (void)loop, (void)w, (void)revents;
    if (system("/usr/lib/app/reload-hook") != 0) // expect: CA101
        ev_break(loop, EVBREAK_ALL);
}

int main(void)
{
    struct ev_loop *loop = EV_DEFAULT;
    ev_signal hup;

    ev_signal_init(&hup, on_sighup, 1);
    ev_signal_start(loop, &hup);
    ev_run(loop, 0);
    return 0;
}
