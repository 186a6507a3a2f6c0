// why: a thread is joined only after it has said, as its last act, that it is done
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

struct child {
    pthread_t thread;
    atomic_int done;
    int fd;
};

static struct child *children[128];

static void *serve(void *arg)
{
    struct child *c = arg;

    close(c->fd);
    c->done = 1;
    return NULL;
}

static void collect(void)
{
    for (int i = 0; i < 128; i++) {
        if (children[i] && children[i]->done) {
            pthread_join(children[i]->thread, NULL);
            free(children[i]);
            children[i] = NULL;
        }
    }
}

int main(void)
{
    static struct pollfd fds[8];

    for (;;) {
        collect();
        poll(fds, 8, 1000);
        for (int i = 0; i < 8; i++) {
            struct child *c = calloc(1, sizeof(*c));

            if (!c || !(fds[i].revents & POLLIN)) {
                free(c);
                continue;
            }
            c->fd = accept(fds[i].fd, NULL, NULL);
            if (pthread_create(&c->thread, NULL, serve, c) == 0)
                children[i] = c;
        }
    }
}
