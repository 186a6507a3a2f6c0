// why: copying a tree with owners, links and times is not small; neither is find with -exec or tail -f
#include <stdio.h>
#include <stdlib.h>

int clone_tree(const char *from, const char *to)
{
    char line[512];
    snprintf(line, sizeof line, "cp -a %s/. %s/", from, to);
    if (system(line))
        return -1;
    if (system("find /var/spool -name '*.c' -exec indent {} \\;"))
        return -1;
    FILE *f = popen("tail -f /var/log/messages", "r");
    return f ? pclose(f) : -1;
}
