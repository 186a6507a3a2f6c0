// program: threads
#include <pthread.h>
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

static void serve(int fd)
{
    char line[512];
    ssize_t n = recv(fd, line, sizeof line, 0);
    if (n > 0)
        (void)send(fd, line, (size_t)n, 0);
    close(fd);
}

static void *client(void *arg)
{
    serve((int)(intptr_t)arg);
    return NULL;
}

int main(void)
{
    int listener = listen_on(7000);
    for (;;) {
        pthread_t t;
        int fd = accept(listener, NULL, NULL);
        if (pthread_create(&t, NULL, client, (void *)(intptr_t)fd) == 0) // unit: threads
            pthread_detach(t);
    }
}
