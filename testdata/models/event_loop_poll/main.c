// program: event-loop
#include <poll.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int listen_on(unsigned short port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 128) != 0)
        exit(1);
    return fd;
}


enum { MAX = 256 };
static struct pollfd fds[MAX];
static nfds_t n_fds;

static void take(int listener)
{
    int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
    if (fd >= 0 && n_fds < MAX)
        fds[n_fds++] = (struct pollfd){.fd = fd, .events = POLLIN};
}

static void echo(int fd)
{
    char line[512];
    ssize_t n = recv(fd, line, sizeof line, 0);
    if (n > 0)
        (void)send(fd, line, (size_t)n, 0);
}

int main(void)
{
    fds[n_fds++] = (struct pollfd){.fd = listen_on(7000), .events = POLLIN};
    while (poll(fds, n_fds, -1) >= 0) { // unit: event-loop
        if (fds[0].revents)
            take(fds[0].fd);
        for (nfds_t i = 1; i < n_fds; i++)
            if (fds[i].revents & POLLIN)
                echo(fds[i].fd);
    }
    return 0;
}
