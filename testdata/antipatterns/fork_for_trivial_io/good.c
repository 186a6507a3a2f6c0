// why: the same files by the two system calls that the programs would have made
// flags: -D_GNU_SOURCE
#include <fcntl.h>

#include "../upstream.h"

enum { FILES = 100 };

static int make_marker(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    return fd < 0 ? -1 : close(fd);
}

static int remove_marker(const char *path)
{
    return unlink(path);
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
