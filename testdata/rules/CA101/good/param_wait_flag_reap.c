// why: reap(0) only looks for ended children; reap(1) is used at the end
#include <event2/event.h>
#include <signal.h>
#include <sys/wait.h>

static int children;

static void reap(int block)
{
    int status;

    while (children > 0 && waitpid(-1, &status, block ? 0 : WNOHANG) > 0)
        children--;
}

static void on_sigchld(evutil_socket_t sig, short what, void *arg)
{
    (void)sig, (void)what, (void)arg;
    reap(0);
}

int main(void)
{
    struct event_base *base = event_base_new();

    event_add(evsignal_new(base, SIGCHLD, on_sigchld, NULL), NULL);
    event_base_dispatch(base);
    reap(1);
    return 0;
}
