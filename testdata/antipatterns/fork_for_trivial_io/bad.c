// why: a shell and a program are started to make and remove each file
// flags: -D_GNU_SOURCE
#include "../upstream.h"

enum { FILES = 100 };

static int make_marker(const char *path)
{
    char command[256];
    snprintf(command, sizeof command, "touch %s", path);
    return system(command); // expect: CA401
}

static int remove_marker(const char *path)
{
    char command[256];
    snprintf(command, sizeof command, "rm -f %s", path);
    return system(command); // expect: CA401
}

int main(void)
{
    char folder[] = "/tmp/antipattern-XXXXXX", path[sizeof folder + 16];
    if (!mkdtemp(folder))
        die("mkdtemp");
    double start = now_ms();
    for (int i = 0; i < FILES; i++) {
        snprintf(path, sizeof path, "%s/%d", folder, i);
        if (make_marker(path) != 0 || remove_marker(path) != 0)
            die("marker");
    }
    printf("figure: %.1f ms\n", now_ms() - start);
    return rmdir(folder) ? 2 : 0;
}
