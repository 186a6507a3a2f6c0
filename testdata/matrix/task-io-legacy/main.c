// row: task/io-legacy
// advice: thread-pool
// advice: event-loop -- -DOWN_RESOLVER
#include <netdb.h>
#include <netinet/in.h>
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

static void serve(int fd)
{
    char host[256] = {0};
    struct addrinfo *found = NULL;
    if (recv(fd, host, sizeof host - 1, 0) <= 0)
        return;
#ifdef OWN_RESOLVER
    extern int resolve_start(const char *host, int fd);
    (void)resolve_start(host, fd);
#else
    if (getaddrinfo(host, NULL, NULL, &found) == 0)
        (void)send(fd, found->ai_addr, found->ai_addrlen, 0);
#endif
    if (found)
        freeaddrinfo(found);
}

/* concadvise: concurrency=200 */
int main(void) // here
{
    int listener = listen_on(7000);
    for (;;) {
        int client = accept(listener, NULL, NULL);
        if (client < 0)
            return 1;
        serve(client);
        close(client);
    }
}
