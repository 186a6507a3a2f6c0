// why: the child leaves by _exit(): no atexit() function, no flush
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void remove_pid_file(void)
{
    unlink("/run/demo.pid");
}

int main(int argc, char **argv)
{
    atexit(remove_pid_file);
    printf("starting ");
    if (fork() == 0) {
        if (argc > 1)
            execv(argv[1], argv + 1);
        _exit(127);
    }
    wait(NULL);
    printf("ended\n");
    return 0;
}
