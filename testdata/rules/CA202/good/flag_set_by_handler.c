// why: the child loops until its own signal handler sets the flag
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <signal.h>

static volatile sig_atomic_t stop;

static void on_term(int sig)
{
    stop = sig;
}

int main(void)
{
    pid_t pid;

    signal(SIGTERM, on_term);
    pid = fork();
    if (pid == 0) {
        while (!stop)
            pause();
        _exit(0);
    }
    sleep(1);
    kill(pid, SIGTERM);
    waitpid(pid, NULL, 0);
    return 0;
}
