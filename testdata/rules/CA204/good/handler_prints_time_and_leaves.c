// why: the handler asks for the time in words, and then ends the program
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static void die(const char *text)
{
    time_t now = time(NULL);

    fprintf(stderr, "%.15s %s\n", ctime(&now) + 4, text);
    exit(1);
}

static void on_term(int sig)
{
    (void)sig;
    die("terminated");
}

int main(void)
{
    signal(SIGTERM, on_term);
    for (;;) {
        time_t now = time(NULL);
        printf("%s", ctime(&now));
        sleep(1);
    }
}
