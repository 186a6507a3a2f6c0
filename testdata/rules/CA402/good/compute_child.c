// why: the child starts a converter for what the client sends
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static void convert(int fd)
{
    char line[200], command[300];
    ssize_t n = read(fd, line, sizeof line - 1);
    if (n <= 0)
        return;
    line[n] = 0;
    snprintf(command, sizeof command, "convert '%s' out.png", line);
    if (system(command) != 0)
        perror("convert");
}

void accept_loop(int listener)
{
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            continue;
        if (fork() == 0) {
            convert(fd);
            _exit(0);
        }
        close(fd);
    }
}
