// why: the child's side is followed to the return of the forking function, not into its caller
#include <stdio.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static int results;

static int start(pid_t *pid)
{
    *pid = fork();
    if (*pid < 0)
        return -1;
    return *pid == 0;
}

int main(void)
{
    pid_t pid;

    if (start(&pid) == 1) {
        results = 7; // wrong: missed CA202
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    printf("%d\n", results);
    return 0;
}
