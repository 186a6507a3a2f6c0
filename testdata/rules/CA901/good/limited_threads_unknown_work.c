// why: threads with a limit, and nobody says how long they wait: no claim
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>

static int listen_on(unsigned short port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 128) != 0)
        exit(1);
    return fd;
}

static sem_t room;


static void *serve(void *arg)
{
    int fd = (int)(intptr_t)arg;
    char line[512];
    ssize_t n = recv(fd, line, sizeof line, 0);
    if (n > 0)
        (void)send(fd, line, (size_t)n, 0);
    close(fd);
    sem_post(&room);
    return NULL;
}

int main(void)
{
    int listener = listen_on(7004);
    sem_init(&room, 0, 5000);
    for (;;) {
        pthread_t t;
        sem_wait(&room);
        int client = accept(listener, NULL, NULL);
        if (pthread_create(&t, NULL, serve, (void *)(intptr_t)client) == 0)
            pthread_detach(t);
    }
}
