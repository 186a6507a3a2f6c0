// why: main turns until a handler has seen SIGTERM, instead of waiting for the signal
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static volatile sig_atomic_t stop;

static void on_term(int sig)
{
    (void)sig;
    stop = 1;
}

int main(void)
{
    signal(SIGTERM, on_term);
    puts("running");
    while (!stop) // expect: CA304
        usleep(20000);
    puts("bye");
    return 0;
}
