// why: warnx() and dump() are the program's own here, and made for handlers
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t stop;

static void warnx(const char *text)
{
    if (write(2, text, strlen(text)) < 0 || write(2, "\n", 1) < 0)
        stop = 2;
}

static void on_term(int sig)
{
    (void)sig;
    warnx("terminated");
    stop = 1;
}

int main(void)
{
    signal(SIGTERM, on_term);
    while (!stop)
        pause();
    puts("bye");
    return 0;
}
