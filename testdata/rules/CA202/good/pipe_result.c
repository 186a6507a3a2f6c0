// why: the child writes its result into a pipe, the parent reads it from there
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int ends[2];
    long total = 0;
    pid_t pid;

    if (pipe(ends) < 0)
        return 1;
    pid = fork();
    if (pid == 0) {
        for (int i = 0; i < 100; i++)
            total += i;
        if (write(ends[1], &total, sizeof total) < 0)
            _exit(1);
        _exit(0);
    }
    close(ends[1]);
    if (read(ends[0], &total, sizeof total) < 0)
        return 1;
    waitpid(pid, NULL, 0);
    printf("%ld\n", total);
    return 0;
}
