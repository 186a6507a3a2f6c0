// why: fork and exec of touch, to make a marker file
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int mark_ready(const char *path)
{
    int status = 0;
    pid_t pid = fork();

    if (pid < 0)
        return -1;
    if (pid == 0) {
        execl("/usr/bin/touch", "touch", path, (char *)NULL); // expect: CA401
        _exit(127);
    }
    while (waitpid(pid, &status, 0) < 0)
        ;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : -1;
}
