// why: the loop that accepts also starts a helper thread again when it has ended: one, not one for each client
#include <poll.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static volatile int helper_ended = 1;

static void *helper(void *arg)
{
    sleep(60);
    helper_ended = 1;
    return arg;
}

static void serve(int fd)
{
    char c;
    while (read(fd, &c, 1) == 1)
        ;
    close(fd);
}

void loop(struct pollfd *p)
{
    for (;;) {
        pthread_t t;
        if (poll(p, 1, 1000) > 0) {
            int fd = accept(p->fd, NULL, NULL);
            if (fd >= 0)
                serve(fd);
        }
        if (helper_ended) {
            helper_ended = 0;
            if (pthread_create(&t, NULL, helper, NULL) == 0)
                pthread_detach(t);
        }
    }
}
