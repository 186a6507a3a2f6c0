// why: all work is done with the signals blocked; sigsuspend() is where the handlers run
#include <signal.h>
#include <stdio.h>

static int ticks;

static void on_tick(int sig)
{
    (void)sig;
    printf("tick %d\n", ++ticks);
}

static void wait_for_tick(void)
{
    sigset_t none;

    sigemptyset(&none);
    sigsuspend(&none);
}

int main(void)
{
    struct sigaction sa = {.sa_handler = on_tick};
    sigset_t all;

    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    sigaction(SIGUSR1, &sa, NULL);
    while (ticks < 10)
        wait_for_tick();
    return 0;
}
