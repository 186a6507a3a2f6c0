// why: a failed assertion ends the program anyway; the handler itself does nothing unsafe
#include <assert.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static volatile sig_atomic_t flags;

static void panic(const char *what)
{
    fprintf(stderr, "panic: %s\n", what);
    abort();
}

static void set_flag(int bit)
{
    assert(bit >= 0);
    if (bit > 30)
        panic("bit out of range");
    flags |= 1 << bit;
}

static void on_signal(int sig)
{
    set_flag(sig);
}

int main(void)
{
    signal(SIGTERM, on_signal);
    while (!flags)
        pause();
    return 0;
}
