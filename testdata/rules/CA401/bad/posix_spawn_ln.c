// why: a release is made current by a process that makes one symbolic link
#include <spawn.h>
#include <sys/wait.h>

extern char **environ;

int make_current(char *release, char *link)
{
    char *argv[5];
    pid_t pid;
    int status;

    argv[0] = "ln";
    argv[1] = "-sfn";
    argv[2] = release;
    argv[3] = link;
    argv[4] = 0;
    if (posix_spawnp(&pid, argv[0], 0, 0, argv, environ) != 0) // expect: CA401
        return -1;
    return waitpid(pid, &status, 0) == pid ? status : -1;
}
