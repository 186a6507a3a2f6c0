// why: only crashes get to the branch that prints; for SIGTERM the handler sets a flag
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static volatile sig_atomic_t stop;

static void on_signal(int sig)
{
    switch (sig) {
    case SIGTERM:
        stop = 1;
        return;
    default:
        fprintf(stderr, "died of signal %d\n", sig);
        abort();
    }
}

int main(void)
{
    signal(SIGTERM, on_signal);
    signal(SIGSEGV, on_signal);
    signal(SIGBUS, on_signal);
    while (!stop)
        pause();
    return 0;
}
