// why: two handlers lead to one clean-up; it is one mistake, at the call in the clean-up
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static FILE *journal;

static void finish(void)
{
    if (journal)
        fclose(journal); // expect: CA501
    journal = NULL;
    _exit(0);
}

static void on_term(int sig)
{
    (void)sig;
    finish();
}

static void on_quit(int sig)
{
    if (sig == SIGQUIT)
        finish();
}

int main(void)
{
    journal = fopen("journal", "a");
    signal(SIGTERM, on_term);
    signal(SIGQUIT, on_quit);
    while (journal) {
        fputs("entry\n", journal);
        sleep(1);
    }
    return 0;
}
