// why: one of the two lines is a real program
#include <stdio.h>
#include <stdlib.h>

int store(const char *from, const char *to, int pack)
{
    char line[512];

    if (pack)
        snprintf(line, sizeof line, "xz -c %s > %s", from, to);
    else
        snprintf(line, sizeof line, "cp %s %s", from, to);
    return system(line);
}
