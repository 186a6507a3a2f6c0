// why: a client needs a free slot of a table of fixed size
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { SLOTS = 16 };
static struct slot {
    pthread_t thread;
    int fd;
    int used;
} slots[SLOTS];

static void *serve(void *arg)
{
    struct slot *s = arg;
    char c;
    while (read(s->fd, &c, 1) == 1)
        ;
    close(s->fd);
    s->used = 0;
    return NULL;
}

void server(int listener)
{
    for (;;) {
        int i, fd = accept(listener, NULL, NULL);
        if (fd < 0)
            continue;
        for (i = 0; i < SLOTS; i++)
            if (!slots[i].used)
                break;
        if (i == SLOTS) {
            close(fd);
            continue;
        }
        slots[i].fd = fd;
        slots[i].used = 1;
        if (pthread_create(&slots[i].thread, NULL, serve, &slots[i]))
            slots[i].used = 0;
    }
}
