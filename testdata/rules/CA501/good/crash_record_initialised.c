// why: the record of sigaction() is initialised with the handler, and serves crashes only
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void on_crash(int sig)
{
    fprintf(stderr, "crashed by signal %d\n", sig);
    _exit(128 + sig);
}

static const struct sigaction crash = {.sa_handler = on_crash, .sa_flags = (int)SA_RESETHAND};

int main(int argc, char **argv)
{
    sigaction(SIGSEGV, &crash, NULL);
    sigaction(SIGBUS, &crash, NULL);
    return argc > 1 ? atoi(argv[1]) : 0;
}
