// why: libevent calls back for the signal on its loop, where everything is allowed
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

struct event_base;
struct event;
struct event_base *event_base_new(void);
int event_base_dispatch(struct event_base *);
int event_base_loopbreak(struct event_base *);
struct event *event_new(struct event_base *, int, short, void (*)(int, short, void *), void *);
int event_add(struct event *, const void *);
void event_free(struct event *);
#define EV_SIGNAL 0x08
#define EV_PERSIST 0x10

static void on_term(int sig, short what, void *arg)
{
    char *text = malloc(20);

    (void)what;
    printf("signal %d\n", sig);
    free(text);
    event_base_loopbreak(arg);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct event *term = event_new(base, SIGTERM, EV_SIGNAL | EV_PERSIST, on_term, base);

    event_add(term, NULL);
    event_base_dispatch(base);
    event_free(term);
    return 0;
}
