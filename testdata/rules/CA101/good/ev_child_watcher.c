// why: libev's own child watcher reaps, the callback only looks at the status
#include <ev.h>
#include <sys/wait.h>
#include <unistd.h>

static ev_child child;

static void on_child(struct ev_loop *loop, ev_child *w, int revents)
{
    (void)revents;
    ev_child_stop(loop, w);
    if (WIFEXITED(w->rstatus))
        ev_break(loop, EVBREAK_ALL);
}

static void on_timer(struct ev_loop *loop, ev_timer *w, int revents)
{
    pid_t pid;

    (void)w, (void)revents;
    pid = fork();
    if (pid == 0) {
        execlp("true", "true", (char *)NULL);
        _exit(127);
    }
    ev_child_init(&child, on_child, pid, 0);
    ev_child_start(loop, &child);
}

int main(void)
{
    struct ev_loop *loop = EV_DEFAULT;
    ev_timer timer;

    ev_timer_init(&timer, on_timer, 1., 0.);
    ev_timer_start(loop, &timer);
    ev_run(loop, 0);
    return 0;
}
