// why: the arguments are in an array, the runner is a function of its own
#include <stddef.h>
#include <sys/wait.h>
#include <unistd.h>

static int spawn_and_wait(char *const argv[])
{
    int status = -1;
    pid_t pid = vfork();

    if (pid == 0) {
        execvp(argv[0], argv);
        _exit(127);
    }
    if (pid > 0 && waitpid(pid, &status, 0) < 0)
        return -1;
    return status;
}

int set_mode(char *path)
{
    char *argv[] = {"chmod", "0600", path, NULL};
    return spawn_and_wait(argv); // expect: CA401
}

int pack(char *path)
{
    char *argv[] = {"gzip", "-9", path, NULL};
    return spawn_and_wait(argv);
}
