// why: an atomic counter refuses clients above the limit, asked by a function
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static atomic_int active;
static int limit = 100;

static bool is_full(void)
{
    return atomic_load(&active) >= limit;
}

static void *serve(void *arg)
{
    int fd = (int)(intptr_t)arg;
    char c;
    while (read(fd, &c, 1) == 1)
        ;
    close(fd);
    atomic_fetch_sub(&active, 1);
    return NULL;
}

void server(int listener)
{
    for (;;) {
        pthread_t t;
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            continue;
        if (is_full()) {
            close(fd);
            continue;
        }
        atomic_fetch_add(&active, 1);
        if (pthread_create(&t, NULL, serve, (void *)(intptr_t)fd) != 0) {
            atomic_fetch_sub(&active, 1);
            close(fd);
        } else {
            pthread_detach(t);
        }
    }
}
