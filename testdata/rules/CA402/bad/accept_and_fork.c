// why: the classic: accept, fork, serve, exit; the children are reaped in between
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
    for (;;) {
        int fd = accept(3, NULL, NULL);
        if (fd < 0)
            continue;
        switch (fork()) { // expect: CA402
        case 0:
            close(3);
            serve(fd);
            _exit(0);
        case -1:
            perror("fork");
        }
        close(fd);
        while (waitpid(-1, NULL, WNOHANG) > 0)
            ;
    }
}
