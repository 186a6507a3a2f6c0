// why: a child's end is looked for a hundred times a second
#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

int run(char *const argv[])
{
    int status = 0;
    pid_t pid = fork();

    if (pid == 0) {
        execvp(argv[0], argv);
        _exit(127);
    }
    if (pid < 0)
        return -1;
    for (;;) { // expect: CA304
        pid_t r = waitpid(pid, &status, WNOHANG);
        if (r == pid)
            break;
        if (r < 0 && errno != EINTR)
            return -1;
        usleep(10000);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
