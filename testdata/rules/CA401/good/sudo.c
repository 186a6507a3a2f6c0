// why: the rights of another user, or another machine's name space, are what the process is for
#include <stdio.h>
#include <stdlib.h>

int as_root(const char *path, int pid)
{
    char line[256];
    snprintf(line, sizeof line, "sudo rm -f %s", path);
    if (system(line))
        return -1;
    snprintf(line, sizeof line, "nsenter -t %d -n cat /proc/net/dev", pid);
    return system(line);
}
