// why: the counters are in memory that was mapped shared before the fork
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sys/mman.h>

struct counters {
    int served;
};

int main(void)
{
    struct counters *c = mmap(NULL, sizeof *c, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
                              -1, 0);

    if (c == MAP_FAILED)
        return 1;
    if (fork() == 0) {
        c->served = 7;
        _exit(0);
    }
    wait(NULL);
    printf("%d served\n", c->served);
    return 0;
}
