// why: the signal is blocked at the start and only let in while pselect() waits
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/wait.h>

static int n_children;
static char *last;

static void on_child(int sig)
{
    (void)sig;
    while (waitpid(-1, NULL, WNOHANG) > 0)
        n_children--;
    free(last);
    last = NULL;
    printf("%d children left\n", n_children);
}

int main(void)
{
    struct sigaction sa;
    sigset_t block, empty;

    sigemptyset(&block);
    sigaddset(&block, SIGCHLD);
    if (sigprocmask(SIG_BLOCK, &block, NULL) < 0)
        return 1;
    memset(&sa, 0, sizeof sa);
    sa.sa_handler = on_child;
    sigaction(SIGCHLD, &sa, NULL);
    sigemptyset(&empty);
    for (;;) {
        fd_set in;
        FD_ZERO(&in);
        FD_SET(0, &in);
        if (pselect(1, &in, NULL, NULL, NULL, &empty) > 0)
            last = strdup("input");
    }
}
