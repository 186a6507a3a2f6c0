// why: the path of the program is a constant of the file, the arguments a static array
#include <stddef.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const list_program = "/bin/ls";
static char *list_args[] = {"ls", "-1", "/var/spool/out", NULL};

int list_spool(int to)
{
    pid_t pid = fork();
    if (!pid) {
        dup2(to, STDOUT_FILENO);
        execv(list_program, list_args); // expect: CA401
        _exit(1);
    }
    return pid < 0 ? -1 : waitpid(pid, NULL, 0) < 0;
}
