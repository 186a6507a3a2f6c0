// why: a thread for each client without a limit is CA302's business
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <pthread.h>
#include <stdint.h>

static int listen_on(unsigned short port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 128) != 0)
        exit(1);
    return fd;
}

static void *serve(void *arg)
{
    int fd = (int)(intptr_t)arg;
    char line[512];
    (void)!recv(fd, line, sizeof line, 0);
    close(fd);
    return NULL;
}

int main(void)
{
    int listener = listen_on(7004);
    for (;;) {
        pthread_t t;
        int client = accept(listener, NULL, NULL);
        if (pthread_create(&t, NULL, serve, (void *)(intptr_t)client) == 0)
            pthread_detach(t);
    }
}
