// why: eight threads that wait are as good as a loop, and simpler
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <pthread.h>

static void *fetch(void *arg)
{
    const struct sockaddr_in *at = arg;
    char got[128];
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(fd, (const struct sockaddr *)at, sizeof *at) == 0)
        (void)!recv(fd, got, sizeof got, 0);
    close(fd);
    return NULL;
}

int main(void)
{
    static struct sockaddr_in hosts[8];
    pthread_t threads[8];
    for (int i = 0; i < 8; i++)
        pthread_create(&threads[i], NULL, fetch, &hosts[i]);
    for (int i = 0; i < 8; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
