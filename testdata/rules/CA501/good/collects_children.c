// why: waitpid() in a loop is safe, and errno is kept for whom was interrupted
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t ended;

static void on_child(int sig)
{
    int saved = errno;

    (void)sig;
    while (waitpid(-1, NULL, WNOHANG) > 0)
        ended++;
    errno = saved;
}

int main(void)
{
    struct sigaction sa = {.sa_handler = on_child, .sa_flags = SA_NOCLDSTOP};

    sigaction(SIGCHLD, &sa, NULL);
    for (int i = 0; i < 3; i++)
        if (fork() == 0)
            _exit(0);
    while (ended < 3)
        pause();
    puts("all ended");
    return 0;
}
