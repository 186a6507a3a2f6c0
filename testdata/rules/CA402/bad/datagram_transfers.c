// why: a file server forks for each request datagram
#include <fcntl.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static void transfer(const struct sockaddr *to, socklen_t len, const char *name)
{
    char block[516];
    ssize_t n;
    int fd = open(name, O_RDONLY), s = socket(to->sa_family, SOCK_DGRAM, 0);

    if (fd < 0 || s < 0)
        return;
    while ((n = read(fd, block, 512)) > 0)
        if (sendto(s, block, (size_t)n, 0, to, len) < 0)
            break;
    close(fd);
    close(s);
}

void tftp(int fd)
{
    for (;;) {
        char name[512];
        struct sockaddr_storage from;
        socklen_t len = sizeof from;
        ssize_t n = recvfrom(fd, name, sizeof name - 1, 0, (struct sockaddr *)&from, &len);
        if (n <= 0)
            continue;
        name[n] = 0;
        if (fork() == 0) { // expect: CA402
            transfer((struct sockaddr *)&from, len, name);
            exit(0);
        }
    }
}
