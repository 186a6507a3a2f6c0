// why: exec() fails, the child leaves by exit(), and the parent's pid file is gone
#include <stdlib.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *pid_file = "/run/demo.pid";

static void remove_pid_file(void)
{
    unlink(pid_file);
}

static int run(const char *path)
{
    pid_t pid = fork();
    int status;

    if (pid < 0)
        return -1;
    if (pid == 0) {
        execl(path, path, (char *)NULL);
        exit(127); // expect: CA403
    }
    waitpid(pid, &status, 0);
    return status;
}

int main(int argc, char **argv)
{
    atexit(remove_pid_file);
    return argc > 1 ? run(argv[1]) : 0;
}
