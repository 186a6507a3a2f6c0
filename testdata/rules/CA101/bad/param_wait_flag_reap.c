// why: the stop callback asks reap() to wait for all children, on the loop
#include <event2/event.h>
#include <signal.h>
#include <sys/wait.h>

static int children;

static void reap(int block)
{
    int status;

    while (children > 0 && waitpid(-1, &status, block ? 0 : WNOHANG) > 0) // expect: CA101
        children--;
}

static void on_stop(evutil_socket_t sig, short what, void *arg)
{
    (void)sig, (void)what;
    reap(1);
    event_base_loopexit(arg, NULL);
}

int main(void)
{
    struct event_base *base = event_base_new();

    event_add(evsignal_new(base, SIGHUP, on_stop, base), NULL);
    event_base_dispatch(base);
    return 0;
}
