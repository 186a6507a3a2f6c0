// why: handlers of the program's own table run when the loop looks at the pending flags
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct watched {
    int number;
    volatile sig_atomic_t pending;
    void (*handler)(int);
};

static void on_hup(int sig)
{
    printf("signal %d\n", sig);
    free(malloc(10));
}

static void on_term(int sig)
{
    (void)sig;
    exit(0);
}

static struct watched watched[] = {
    {SIGHUP, 0, on_hup},
    {SIGTERM, 0, on_term},
};

static void note_signal(int sig)
{
    for (unsigned i = 0; i < 2; i++)
        if (watched[i].number == sig)
            watched[i].pending = 1;
}

int main(void)
{
    for (unsigned i = 0; i < 2; i++)
        signal(watched[i].number, note_signal);
    for (;;) {
        pause();
        for (unsigned i = 0; i < 2; i++)
            if (watched[i].pending) {
                watched[i].pending = 0;
                watched[i].handler(watched[i].number);
            }
    }
}
