// why: a handler of crashes prints a last message and raises the signal again: worth the risk
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *progname = "demo";

static void on_crash(int sig)
{
    fprintf(stderr, "%s: caught signal %d (%s)\n", progname, sig, strsignal(sig));
    fflush(stderr);
    signal(sig, SIG_DFL);
    raise(sig);
}

static void install(void)
{
    static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};

    for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++)
        signal(fatal[i], on_crash);
}

int main(int argc, char **argv)
{
    install();
    return argc > 1 ? atoi(argv[1]) : 0;
}
