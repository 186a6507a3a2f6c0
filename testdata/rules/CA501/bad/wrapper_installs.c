// why: the handler is given to a BSD style wrapper around sigaction(), and reports dead children
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

typedef void handler_fn(int);

static handler_fn *xsignal(int number, handler_fn *handler)
{
    struct sigaction now, old;

    now.sa_handler = handler;
    sigemptyset(&now.sa_mask);
    now.sa_flags = SA_RESTART;
    if (sigaction(number, &now, &old) < 0)
        return SIG_ERR;
    return old.sa_handler;
}

static void on_child(int sig)
{
    int status;
    pid_t pid;

    (void)sig;
    while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
        fprintf(stderr, "child %d ended\n", (int)pid); // expect: CA501
}

int main(void)
{
    xsignal(SIGCHLD, on_child);
    xsignal(SIGPIPE, SIG_IGN);
    for (int i = 0; i < 4; i++)
        if (fork() == 0)
            _exit(0);
    for (;;)
        pause();
}
