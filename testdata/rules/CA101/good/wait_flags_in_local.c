// why: the flags are put into a local first; the loop's caller asks for the form that does not wait
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <sys/types.h>
#include <sys/wait.h>

static int child_wait(pid_t pid, int *status, int nb)
{
    const int flags = nb ? WNOHANG : 0;
    pid_t rv;

    do {
        rv = waitpid(pid, status, flags);
    } while (rv == -1 && errno == EINTR);
    return rv;
}

static volatile sig_atomic_t sigchld;

static void on_sigchld(int sig)
{
    sigchld = sig;
}

int main(void)
{
    static struct pollfd fds[64];
    int status, children = 1;

    signal(SIGCHLD, on_sigchld);
    while (children > 0) {
        if (poll(fds, 64, 1000) < 0 && sigchld) {
            sigchld = 0;
            while (child_wait(-1, &status, 1) > 0)
                children--;
        }
    }
    while (child_wait(-1, NULL, 0) > 0)
        ;
    return 0;
}
