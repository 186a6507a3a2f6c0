// why: a local that the child works with, and the parent only has from before
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "/bin/true";
    int tries = 0;
    pid_t pid = fork();

    if (pid == 0) {
        for (tries = 1; tries < 5; tries++) {
            execl(path, path, (char *)NULL);
            sleep((unsigned)tries);
        }
        _exit(127);
    }
    waitpid(pid, NULL, 0);
    printf("%s after %d\n", path, tries);
    return 0;
}
