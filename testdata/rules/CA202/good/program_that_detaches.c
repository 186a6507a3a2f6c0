// why: the parent only ends; what the child sets is the program's state
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static int detached;
static pid_t leader;

static void detach(void)
{
    pid_t pid = fork();

    if (pid < 0)
        exit(1);
    if (pid > 0)
        exit(0);
    detached = 1;
    leader = setsid();
}

int main(void)
{
    detach();
    if (detached)
        printf("leader %d\n", (int)leader);
    return 0;
}
