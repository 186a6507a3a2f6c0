// why: of the handlers in the table only the one for crashes prints; the others set a flag
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t quit;

static void on_quit(int sig)
{
    quit = sig;
}

static void on_crash(int sig)
{
    printf("crashed by %d\n", sig);
    _exit(1);
}

static const struct {
    int number;
    void (*handler)(int);
} handled[] = {
    {SIGTERM, on_quit},
    {SIGINT, on_quit},
    {SIGSEGV, on_crash},
};

int main(void)
{
    for (size_t i = 0; i < sizeof handled / sizeof *handled; i++) {
        struct sigaction sa;
        memset(&sa, 0, sizeof sa);
        sa.sa_handler = handled[i].handler;
        sigaction(handled[i].number, &sa, NULL);
    }
    while (!quit)
        pause();
    return 0;
}
