// why: every client makes the server ask an upstream host, and nobody else is served meanwhile
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <netdb.h>

static int listen_on(unsigned short port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 128) != 0)
        exit(1);
    return fd;
}

static int upstream(const char *host)
{
    struct addrinfo *found, hints = {.ai_socktype = SOCK_STREAM};
    if (getaddrinfo(host, "80", &hints, &found) != 0)
        return -1;
    int fd = socket(found->ai_family, found->ai_socktype, 0);
    if (fd >= 0 && connect(fd, found->ai_addr, found->ai_addrlen) != 0) {
        close(fd);
        fd = -1;
    }
    freeaddrinfo(found);
    return fd;
}

static void relay(int client, const char *host)
{
    char page[4096];
    int fd = upstream(host);
    ssize_t n = fd < 0 ? 0 : recv(fd, page, sizeof page, 0);
    if (n > 0)
        (void)send(client, page, (size_t)n, 0);
    if (fd >= 0)
        close(fd);
}

int main(int argc, char **argv) // expect: CA901
{
    int listener = listen_on(7002);
    for (;;) {
        int client = accept(listener, NULL, NULL);
        if (client < 0)
            continue;
        relay(client, argc > 1 ? argv[1] : "localhost");
        close(client);
    }
}
