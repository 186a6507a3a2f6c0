// why: the base is made before the workers are forked, and each dispatches it
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
    event_base_dispatch(base); // expect: CA202
    _exit(0);
}

int main(void)
{
    base = event_base_new();
    for (int i = 0; i < 4; i++)
        if (fork() == 0)
            worker();
    while (wait(NULL) > 0)
        ;
    return 0;
}
