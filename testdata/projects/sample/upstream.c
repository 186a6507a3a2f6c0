/* Connections to other servers. Everything here waits: right for a tool, wrong on an event loop. */
#include <netdb.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server.h"

static struct addrinfo *resolve(const char *host)
{
    struct addrinfo hints;
    struct addrinfo *res = NULL;

    memset(&hints, 0, sizeof hints);
    hints.ai_socktype = SOCK_STREAM;
    if (getaddrinfo(host, "7007", &hints, &res) != 0)
        return NULL;
    return res;
}

static int dial(const struct addrinfo *ai)
{
    int fd = socket(ai->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (fd >= 0 && connect(fd, ai->ai_addr, ai->ai_addrlen) != 0) {
        close(fd);
        fd = -1;
    }
    return fd;
}

int upstream_open(const char *host)
{
    struct addrinfo *all = resolve(host);
    int fd = -1;

    for (struct addrinfo *ai = all; ai && fd < 0; ai = ai->ai_next)
        fd = dial(ai);
    if (all)
        freeaddrinfo(all);
    return fd;
}
