// why: accept is behind a wrapper in another file
#include <pthread.h>
#include <stdint.h>
#include <unistd.h>

#include "net.h"

static void *handle(void *arg)
{
    int fd = (int)(intptr_t)arg;
    char buf[128];
    while (read(fd, buf, sizeof buf) > 0)
        ;
    close(fd);
    return arg;
}

int main(void)
{
    for (int fd; (fd = net_accept(3)) >= 0;) {
        pthread_t t;
        if (pthread_create(&t, NULL, handle, (void *)(intptr_t)fd)) // expect: CA302
            close(fd);
        else
            pthread_detach(t);
    }
    return 0;
}
