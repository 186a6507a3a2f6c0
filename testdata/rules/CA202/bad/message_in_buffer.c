// why: the error text is formatted into a buffer of the child
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static char message[128];

static int check(const char *path)
{
    pid_t pid = fork();
    int status = 0;

    if (pid == 0) {
        if (access(path, R_OK) == 0)
            _exit(0);
        snprintf(message, sizeof message, "cannot read %s", path); // expect: CA202
        _exit(1);
    }
    if (waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status))
        fputs(message, stderr);
    return status;
}

int main(int argc, char **argv)
{
    return argc > 1 ? check(argv[1]) : 0;
}
