// why: the shell is started by hand: sh -c with a small command
#include <sys/wait.h>
#include <unistd.h>

static pid_t shell(const char *text)
{
    pid_t pid = fork();
    switch (pid) {
    case -1:
        return -1;
    case 0:
        execl("/bin/sh", "sh", "-c", text, (char *)0);
        _exit(127);
    default:
        return pid;
    }
}

void clear_cache(void)
{
    pid_t pid = shell("rm -rf /var/cache/app/*"); // expect: CA401
    if (pid > 0)
        waitpid(pid, 0, 0);
}

void edit(void)
{
    pid_t pid = shell("exec ${EDITOR:-vi} notes.txt");
    if (pid > 0)
        waitpid(pid, 0, 0);
}
