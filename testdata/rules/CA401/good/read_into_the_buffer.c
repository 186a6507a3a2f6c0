// why: the buffer held a small command once; what runs was read from a client since
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int serve(int fd)
{
    char line[256];
    ssize_t n;

    strcpy(line, "ls");
    printf("default: %s\n", line);
    n = read(fd, line, sizeof line - 1);
    if (n <= 0)
        return -1;
    line[n] = 0;
    return system(line);
}
