// why: the child runs until the parent sets a flag, in another process
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int stop;

static void child_loop(void)
{
    while (!stop) // expect: CA202
        sleep(1);
    _exit(0);
}

int main(void)
{
    pid_t pid = fork();

    if (pid == 0)
        child_loop();
    sleep(10);
    stop = 1;
    waitpid(pid, NULL, 0);
    return 0;
}
