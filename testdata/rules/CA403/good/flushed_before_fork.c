// why: everything is flushed in front of the fork, so exit() in the child has nothing to write
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    printf("checking ... ");
    fflush(NULL);
    if (fork() == 0)
        exit(3);
    wait(NULL);
    printf("done\n");
    return 0;
}
