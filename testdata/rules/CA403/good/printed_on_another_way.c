// why: the text without an end of line is printed on the way that gives up, not on that to the fork
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    pid_t pid;

    if (argc < 2) {
        printf("usage: run PROGRAM");
        goto end;
    }
    pid = fork();
    if (pid == 0) {
        execv(argv[1], argv + 1);
        exit(127);
    }
    waitpid(pid, NULL, 0);
end:
    return argc < 2;
}
