// why: the child's work is in another file
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server.h"

static void child(int listener, int fd)
{
    close(listener);
    session(fd);
    exit(0);
}

void run(int listener)
{
    int fd;
    while ((fd = accept(listener, NULL, NULL)) != -1) {
        if (!fork()) // expect: CA402
            child(listener, fd);
        close(fd);
    }
}
