// why: the number of users is asked from a pipeline of three processes
#include <stdio.h>

int count_lines(const char *path)
{
    char command[200];
    int n = 0;
    FILE *f;

    snprintf(command, sizeof(command), "cut -d: -f1 %s | uniq | wc -l", path);
    f = popen(command, "r"); // expect: CA401
    if (f == NULL)
        return -1;
    if (fscanf(f, "%d", &n) != 1)
        n = -1;
    pclose(f);
    return n;
}
