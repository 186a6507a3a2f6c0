// why: the prompt has no end of line and is still in the buffer when the process forks
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static void child_work(int n)
{
    exit(n); // expect: CA403
}

int main(void)
{
    pid_t pid;

    printf("checking ... ");
    pid = fork();
    if (pid == 0)
        child_work(3);
    waitpid(pid, NULL, 0);
    printf("done\n");
    return 0;
}
