// why: the result comes back as the exit status
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static int work(int i)
{
    return i % 7;
}

int main(void)
{
    int status = 0, result = 0;
    pid_t pid = fork();

    if (pid == 0) {
        result = work(12);
        _exit(result);
    }
    if (waitpid(pid, &status, 0) == pid)
        result = WEXITSTATUS(status);
    printf("%d\n", result);
    return 0;
}
