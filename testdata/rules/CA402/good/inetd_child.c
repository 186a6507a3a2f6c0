// why: started for one client by inetd: one accept, no loop
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static void serve(int fd)
{
    char buf[1024];
    ssize_t n;

    while ((n = read(fd, buf, sizeof buf)) > 0)
        if (write(fd, buf, (size_t)n) != n)
            break;
    close(fd);
}

int main(void)
{
    int fd = accept(0, NULL, NULL);
    if (fd < 0)
        return 1;
    pid_t pid = fork();
    if (pid == 0) {
        serve(fd);
        _exit(0);
    }
    return pid < 0;
}
