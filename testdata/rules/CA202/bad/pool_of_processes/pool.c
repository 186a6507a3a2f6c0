#include "pool.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t start(int i)
{
    pid_t pid = fork();

    if (pid != 0)
        return pid;
    work_all(i);
    _exit(0);
}

void pool_run(int n)
{
    for (int i = 0; i < n; i++)
        if (start(i) < 0)
            perror("fork");
    while (wait(NULL) > 0)
        continue;
    if (n_errors)
        fprintf(stderr, "%d errors\n", n_errors);
}
