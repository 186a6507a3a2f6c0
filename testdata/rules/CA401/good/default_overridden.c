// why: a default command that an option may replace is the user's command
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *pager = "cat";

int main(int argc, char **argv)
{
    char line[256];

    for (int i = 1; i < argc; i++)
        if (!strncmp(argv[i], "--pager=", 8))
            pager = argv[i] + 8;
    snprintf(line, sizeof line, "%s /etc/motd", pager);
    return system(line);
}
