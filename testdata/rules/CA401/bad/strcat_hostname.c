// why: the line is put together piece by piece, and the result goes through a file
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int host_name(char *out, size_t n, const char *dir)
{
    char line[300], path[200];
    FILE *in;

    snprintf(path, sizeof path, "%s/host", dir);
    strcpy(line, "/bin/hostname");
    strcat(line, " > ");
    strcat(line, path);
    if (system(line) != 0) // expect: CA401
        return -1;
    in = fopen(path, "r");
    if (!in)
        return -1;
    if (!fgets(out, (int)n, in))
        out[0] = 0;
    fclose(in);
    return 0;
}
