// why: a thread that polls its one connection holds up nobody else
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>

static void *serve(void *arg)
{
    int fd = (int)(intptr_t)arg;
    struct pollfd pfd = {.fd = fd, .events = POLLIN};
    struct addrinfo *res = NULL;
    char host[256];
    ssize_t n;

    while (poll(&pfd, 1, 30000) > 0) {
        n = recv(fd, host, sizeof(host) - 1, 0);
        if (n <= 0)
            break;
        host[n] = 0;
        if (getaddrinfo(host, NULL, NULL, &res) == 0)
            freeaddrinfo(res);
        send(fd, "ok\n", 3, 0);
    }
    close(fd);
    return NULL;
}

int main(void)
{
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    listen(listener, 16);
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        pthread_t t;

        if (fd >= 0 && pthread_create(&t, NULL, serve, (void *)(intptr_t)fd) == 0)
            pthread_detach(t);
    }
}
