// why: the child becomes another program: that needs a process
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static void run_cgi(int fd, char *script)
{
    char *argv[] = {script, NULL};
    dup2(fd, STDIN_FILENO);
    dup2(fd, STDOUT_FILENO);
    execv(script, argv);
    _exit(127);
}

void accept_loop(int listener, char *script)
{
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            continue;
        if (fork() == 0)
            run_cgi(fd, script);
        close(fd);
    }
}
