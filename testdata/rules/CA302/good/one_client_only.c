// why: no loop: one connection is accepted, and served by a reader and a writer
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void *reader(void *arg)
{
    char c;
    while (read((int)(intptr_t)arg, &c, 1) == 1)
        putchar(c);
    return NULL;
}

int main(void)
{
    pthread_t r;
    int fd = accept(3, NULL, NULL);
    if (fd < 0 || pthread_create(&r, NULL, reader, (void *)(intptr_t)fd))
        return 1;
    for (int c; (c = getchar()) != EOF;)
        if (write(fd, &(char){(char)c}, 1) != 1)
            break;
    shutdown(fd, SHUT_RDWR);
    pthread_join(r, NULL);
    return 0;
}
