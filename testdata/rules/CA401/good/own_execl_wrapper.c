// why: what goes through the project's own variadic wrapper are programs that do much
#include <stdarg.h>
#include <stddef.h>
#include <sys/wait.h>
#include <unistd.h>

static int run_command(const char *program, ...)
{
    char *argv[16];
    int n = 0, status = -1;
    va_list ap;

    argv[n++] = (char *)program;
    va_start(ap, program);
    do {
        argv[n] = va_arg(ap, char *);
    } while (argv[n++] && n < 15);
    va_end(ap);
    argv[15] = NULL;

    pid_t pid = vfork();
    if (pid == 0) {
        execvp(program, argv);
        _exit(127);
    }
    if (pid > 0)
        waitpid(pid, &status, 0);
    return status;
}

int unpack(const char *archive, const char *folder)
{
    return run_command("tar", "-xzf", archive, "-C", folder, (char *)NULL);
}

int copy_tree(const char *from, const char *to)
{
    return run_command("rsync", "-a", "--delete", from, to, (char *)NULL);
}
