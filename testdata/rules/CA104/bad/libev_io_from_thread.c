// why: an acceptor thread starts a watcher of the main loop for each client
#include <sys/socket.h>
#include <ev.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static void on_client(struct ev_loop *loop, ev_io *w, int events)
{
    char buf[256];
    (void)events;
    if (read(w->fd, buf, sizeof buf) <= 0) {
        ev_io_stop(loop, w);
        close(w->fd);
        free(w);
    }
}

static void *acceptor(void *arg)
{
    struct ev_loop *loop = arg;
    int fd;
    while ((fd = accept(3, NULL, NULL)) >= 0) {
        ev_io *w = malloc(sizeof *w);
        if (!w) {
            close(fd);
            continue;
        }
        ev_io_init(w, on_client, fd, EV_READ);
        ev_io_start(loop, w); // expect: CA104
    }
    return NULL;
}

int main(void)
{
    struct ev_loop *loop = ev_default_loop(0);
    pthread_t t;
    if (pthread_create(&t, NULL, acceptor, loop))
        return 1;
    ev_run(loop, 0);
    return 0;
}
