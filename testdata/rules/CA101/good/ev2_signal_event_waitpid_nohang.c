// why: children are reaped with WNOHANG in a SIGCHLD event
#include <event2/event.h>
#include <signal.h>
#include <sys/wait.h>

static void on_sigchld(evutil_socket_t sig, short what, void *arg)
{
    int *alive = arg;
    int status;

    (void)sig, (void)what;
    while (waitpid(-1, &status, WNOHANG) > 0)
        --*alive;
}

int main(void)
{
    struct event_base *base = event_base_new();
    int alive = 0;
    struct event *ev = evsignal_new(base, SIGCHLD, on_sigchld, &alive);

    event_add(ev, NULL);
    return event_base_dispatch(base);
}
