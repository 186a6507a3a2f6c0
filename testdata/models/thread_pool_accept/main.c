// program: thread-pool
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

static void *acceptor(void *arg)
{
    int listener = (int)(intptr_t)arg;
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd >= 0)
            serve(fd);
    }
    return NULL;
}

int main(void)
{
    int listener = listen_on(7000);
    pthread_t t[16];
    for (int i = 0; i < 16; i++)
        pthread_create(&t[i], NULL, acceptor, (void *)(intptr_t)listener); // unit: thread-pool
    pthread_join(t[0], NULL);
    return 0;
}
