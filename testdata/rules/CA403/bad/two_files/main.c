// why: the pool is in another file; main starts it and then forks a child that uses stdio
#include <stdio.h>
#include <sys/types.h>
#include <unistd.h>

#include "pool.h"

static int start_helper(const char *config)
{
    pid_t pid;

    if ((pid = fork()) == 0) {
        FILE *in = fopen(config, "r"); // expect: CA403
        if (!in)
            _exit(1);
        dup2(fileno(in), 0);
        execl("/usr/bin/helper", "helper", (char *)NULL);
        _exit(127);
    }
    return pid;
}

int main(void)
{
    pool_start(4);
    if (start_helper("/etc/helper.conf") < 0)
        return 1;
    for (;;)
        pause();
}
