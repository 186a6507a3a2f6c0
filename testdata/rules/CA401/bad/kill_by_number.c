// why: a signal is sent by a shell that runs kill
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

static char *command_for(pid_t pid, const char *signal)
{
    static char text[64];
    (void)signal;
    snprintf(text, sizeof text, "kill -HUP %d", (int)pid);
    return text;
}

void reload(pid_t pid)
{
    char line[80];
    snprintf(line, sizeof line, "kill -HUP %ld 2>/dev/null", (long)pid);
    if (system(line)) // expect: CA401
        puts(command_for(pid, "HUP"));
}
