#include "log.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

static char line[256];

static size_t stamp(char *out, size_t n)
{
    time_t now = time(NULL);
    struct tm *tm = localtime(&now); // expect: CA501

    return strftime(out, n, "%H:%M:%S ", tm);
}

void log_line(const char *text)
{
    size_t n = stamp(line, sizeof line);

    strncpy(line + n, text, sizeof line - n - 1);
    if (write(2, line, strlen(line)) < 0)
        return;
}
