// why: vfork() shares the memory: the error number of the child is seen
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <errno.h>

int run(char *const argv[])
{
    volatile int failed = 0;
    pid_t pid = vfork();

    if (pid == 0) {
        execv(argv[0], argv);
        failed = errno;
        _exit(127);
    }
    waitpid(pid, NULL, 0);
    return failed;
}

int main(int argc, char **argv)
{
    return argc > 1 ? run(argv + 1) : 0;
}
