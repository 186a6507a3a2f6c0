// why: a proxy whose children only move bytes between two sockets
#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static void pump(int a, int b)
{
    struct pollfd p[2] = {{.fd = a, .events = POLLIN}, {.fd = b, .events = POLLIN}};
    char buf[8192];

    while (poll(p, 2, -1) > 0)
        for (int i = 0; i < 2; i++)
            if (p[i].revents) {
                ssize_t n = recv(p[i].fd, buf, sizeof buf, 0);
                if (n <= 0 || send(p[!i].fd, buf, (size_t)n, 0) < 0)
                    return;
            }
}

static int upstream(const char *host)
{
    struct addrinfo *a;
    int fd = -1;
    if (getaddrinfo(host, "80", NULL, &a))
        return -1;
    fd = socket(a->ai_family, SOCK_STREAM, 0);
    if (fd >= 0 && connect(fd, a->ai_addr, a->ai_addrlen) < 0) {
        close(fd);
        fd = -1;
    }
    freeaddrinfo(a);
    return fd;
}

void proxy(int listener, const char *host)
{
    for (;;) {
        int client = accept(listener, NULL, NULL);
        if (client < 0)
            continue;
        if (!fork()) { // expect: CA402
            int server = upstream(host);
            if (server >= 0)
                pump(client, server);
            exit(0);
        }
        close(client);
    }
}
