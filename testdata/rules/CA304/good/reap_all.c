// why: WNOHANG in a loop collects all children that have ended, and stops at none
#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <sys/wait.h>

int reaped;

void on_chld(int sig)
{
    int saved = errno, status;
    pid_t pid;

    (void)sig;
    while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
        reaped++;
    while (waitpid(-1, NULL, WNOHANG) > 0)
        ;
    errno = saved;
}
