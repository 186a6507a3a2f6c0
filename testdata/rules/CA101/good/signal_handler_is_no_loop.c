// why: a signal handler is not a loop callback, whatever else is wrong with waiting in it
#include <ev.h>
#include <signal.h>
#include <sys/wait.h>

static void on_sigchld(int sig)
{
    int status;

    (void)sig;
    waitpid(-1, &status, 0);
}

static void on_timer(struct ev_loop *loop, ev_timer *w, int revents)
{
    (void)revents;
    ev_timer_again(loop, w);
}

int main(void)
{
    struct sigaction sa = {.sa_handler = on_sigchld};
    struct ev_loop *loop = EV_DEFAULT;
    ev_timer timer;

    sigaction(SIGCHLD, &sa, NULL);
    ev_timer_init(&timer, on_timer, 1., 1.);
    ev_timer_start(loop, &timer);
    ev_run(loop, 0);
    return 0;
}
