// why: handlers are installed from a table of signals; the one for SIGUSR1 prints statistics
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct handled {
    int number;
    const char *name;
    void (*handler)(int);
};

static volatile sig_atomic_t quit;
static unsigned long requests;

static void on_quit(int sig)
{
    (void)sig;
    quit = 1;
}

static void on_statistics(int sig)
{
    (void)sig;
    printf("%lu requests\n", requests); // expect: CA501
}

static const struct handled handled[] = {
    {SIGTERM, "term", on_quit},
    {SIGINT, "int", on_quit},
    {SIGUSR1, "usr1", on_statistics},
    {0, NULL, NULL},
};

static int install(void)
{
    for (const struct handled *h = handled; h->number; h++) {
        struct sigaction sa;
        memset(&sa, 0, sizeof sa);
        sa.sa_handler = h->handler;
        if (sigaction(h->number, &sa, NULL) < 0)
            return -1;
    }
    return 0;
}

int main(void)
{
    if (install() < 0)
        return 1;
    while (!quit) {
        requests++;
        pause();
    }
    return 0;
}
