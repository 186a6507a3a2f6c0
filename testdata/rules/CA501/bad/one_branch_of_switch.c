// why: one handler for all signals: SIGTERM only sets a flag, SIGUSR2 dumps the table
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static volatile sig_atomic_t stop;
static int sizes[4];

static void dump(FILE *out)
{
    for (int i = 0; i < 4; i++)
        fputs(sizes[i] ? "used\n" : "free\n", out); // expect: CA501
}

static void on_signal(int sig)
{
    switch (sig) {
    case SIGTERM:
    case SIGINT:
        stop = 1;
        break;
    case SIGUSR2:
        dump(stderr);
        break;
    }
}

int main(void)
{
    static const int numbers[] = {SIGTERM, SIGINT, SIGUSR2};

    for (unsigned i = 0; i < sizeof numbers / sizeof *numbers; i++)
        signal(numbers[i], on_signal);
    while (!stop)
        pause();
    return 0;
}
