// why: a plain handler ends the event loop by a call that takes the loop's lock and allocates
#include <signal.h>
#include <stddef.h>
#include <sys/time.h>

struct event_base;
struct event_base *event_base_new(void);
int event_base_dispatch(struct event_base *);
int event_base_loopexit(struct event_base *, const struct timeval *);

static struct event_base *base;

static void on_int(int sig)
{
    struct timeval soon = {0, 100000};

    (void)sig;
    event_base_loopexit(base, &soon); // expect: CA501
}

int main(void)
{
    base = event_base_new();
    if (!base)
        return 1;
    signal(SIGINT, on_int);
    return event_base_dispatch(base);
}
