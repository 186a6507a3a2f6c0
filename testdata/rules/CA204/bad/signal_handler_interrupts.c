// why: the handler interrupts the main program between strtok calls and takes its position
#include <signal.h>
#include <stdio.h>
#include <string.h>

static char pending[64] = "reload config";

static void on_hangup(int number)
{
    char *word = strtok(pending, " "); // expect: CA204

    if (word && number)
        pending[0] = *word;
}

int main(void)
{
    char line[256];

    signal(SIGHUP, on_hangup);
    while (fgets(line, sizeof line, stdin)) {
        char *key = strtok(line, "=");

        if (key)
            puts(key);
    }
    return 0;
}
