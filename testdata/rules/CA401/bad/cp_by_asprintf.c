// why: a copy of one file by cp, its line made by asprintf
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

int keep_old(const char *config)
{
    char *line = NULL;
    int status;

    if (asprintf(&line, "cp -p '%s' '%s.bak' 2>/dev/null", config, config) < 0)
        return -1;
    status = system(line); // expect: CA401
    free(line);
    return status;
}
