// why: ev_break() in a handler set by sigaction()
#include <signal.h>
#include <ev.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static struct ev_loop *loop;

static void on_term(int sig)
{
    (void)sig;
    ev_break(loop, EVBREAK_ALL); // expect: CA104
}

int main(void)
{
    struct sigaction a = {.sa_handler = on_term};
    loop = ev_default_loop(0);
    sigaction(SIGTERM, &a, NULL);
    ev_run(loop, 0);
    return 0;
}
