#include "runner.h"

#include <stdio.h>
#include <stdlib.h>

int run_quiet(const char *program, const char *argument)
{
    char line[512];
    snprintf(line, sizeof line, "%s %s >/dev/null 2>&1", program, argument);
    return system(line);
}
