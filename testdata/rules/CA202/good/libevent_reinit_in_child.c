// why: the child tells libevent of the fork before it dispatches
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

struct event_base;
struct event;
struct event_base *event_base_new(void);
int event_base_dispatch(struct event_base *);
int event_reinit(struct event_base *);

static struct event_base *base;

static void worker(void)
{
    if (event_reinit(base) < 0)
        _exit(1);
    event_base_dispatch(base);
    _exit(0);
}

int main(void)
{
    base = event_base_new();
    if (fork() == 0)
        worker();
    wait(NULL);
    return 0;
}
