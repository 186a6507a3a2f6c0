// why: the signal comes through a watcher: its callback runs on the loop
#include <signal.h>
#include <ev.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static void on_term(struct ev_loop *l, ev_signal *w, int events)
{
    (void)events;
    ev_signal_stop(l, w);
    ev_break(l, EVBREAK_ALL);
}

int main(void)
{
    struct ev_loop *loop = ev_default_loop(0);
    ev_signal term;
    ev_signal_init(&term, on_term, SIGTERM);
    ev_signal_start(loop, &term);
    ev_run(loop, 0);
    return 0;
}
