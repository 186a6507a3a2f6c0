// why: the project's own run_command(program, ...) collects its arguments and forks; two of its
// callers copy a file and make a folder by it
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_ARGS = 32 };

static int run_command(const char *program, ...)
{
    char *argv[MAX_ARGS + 1];
    int n = 0, status = -1;
    va_list ap;
    char *arg;

    argv[n++] = (char *)program;
    va_start(ap, program);
    while (n < MAX_ARGS && (arg = va_arg(ap, char *)) != NULL)
        argv[n++] = arg;
    va_end(ap);
    argv[n] = NULL;

    pid_t pid = fork();
    if (pid == 0) {
        execvp(program, argv);
        _exit(127);
    }
    if (pid > 0)
        waitpid(pid, &status, 0);
    return status;
}

int install(const char *from, const char *folder)
{
    if (run_command("mkdir", "-p", folder, NULL) != 0) // expect: CA401
        return -1;
    return run_command("/bin/cp", "-f", from, folder, NULL); // expect: CA401
}

int unpack(const char *archive, const char *folder)
{
    return run_command("tar", "-xzf", archive, "-C", folder, NULL);
}
