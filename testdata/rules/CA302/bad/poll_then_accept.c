// why: several listeners are polled; whichever is ready gets its client a thread
#include <poll.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void *serve(void *arg)
{
    int fd = (int)(intptr_t)arg;
    char buf[1024];
    ssize_t n;

    while ((n = read(fd, buf, sizeof buf)) > 0)
        if (write(fd, buf, (size_t)n) != n)
            break;
    close(fd);
    return NULL;
}

static struct pollfd listeners[4];
static volatile int stopping;

static void take(int listener)
{
    pthread_t thread;
    int fd = accept(listener, NULL, NULL);

    if (fd < 0) {
        perror("accept");
        return;
    }
    if (pthread_create(&thread, NULL, serve, (void *)(intptr_t)fd)) // expect: CA302
        close(fd);
    else
        pthread_detach(thread);
}

void run(int n)
{
    while (!stopping) {
        if (poll(listeners, (nfds_t)n, -1) < 0)
            break;
        for (int i = 0; i < n; i++)
            if (listeners[i].revents & POLLIN)
                take(listeners[i].fd);
    }
}
