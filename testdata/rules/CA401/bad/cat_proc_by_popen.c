// why: a monitor reads a file of /proc through popen and cat once a second
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static long memory_free(void)
{
    char line[128];
    long kb = -1;
    FILE *in = popen("cat /proc/meminfo | grep MemAvailable", "r"); // expect: CA401

    if (!in)
        return -1;
    if (fgets(line, sizeof line, in))
        sscanf(line, "MemAvailable: %ld", &kb);
    pclose(in);
    return kb;
}

int main(void)
{
    for (;;) {
        printf("%ld\n", memory_free());
        sleep(1);
    }
}
