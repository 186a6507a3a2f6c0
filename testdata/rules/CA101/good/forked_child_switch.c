// why: the same with switch (fork()), as older programs write it
#include <ev.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void backup(void)
{
    int status = system("/usr/lib/app/backup");

    sync();
    _exit(status != 0);
}

static void on_nightly(struct ev_loop *loop, ev_timer *w, int revents)
{
    (void)revents;
    switch (fork()) {
    case -1:
        ev_timer_stop(loop, w);
        break;
    case 0:
        backup();
        break;
    default:
        break;
    }
}

int main(void)
{
    struct ev_loop *loop = EV_DEFAULT;
    ev_timer timer;

    ev_timer_init(&timer, on_nightly, 3600., 86400.);
    ev_timer_start(loop, &timer);
    ev_run(loop, 0);
    return 0;
}
