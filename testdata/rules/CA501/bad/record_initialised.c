// why: the record is initialised with a handler that rotates the log by stdio
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static FILE *out;

static void rotate(int sig)
{
    (void)sig;
    out = freopen("log", "a", out); // expect: CA501
}

static struct sigaction on_usr1 = {.sa_handler = rotate, .sa_flags = SA_RESTART};

int main(void)
{
    out = fopen("log", "a");
    sigaction(SIGUSR1, &on_usr1, NULL);
    while (out) {
        fputs("line", out);
        sleep(1);
    }
    return 1;
}
