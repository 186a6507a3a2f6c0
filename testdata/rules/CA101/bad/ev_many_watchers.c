// why: each kind of libev watcher leads to the loop
#include <ev.h>
#include <unistd.h>

static void on_io(struct ev_loop *loop, ev_io *w, int revents)
{
    (void)loop, (void)w, (void)revents;
    fsync(1); // expect: CA101
}

static void on_child(struct ev_loop *loop, ev_child *w, int revents)
{
    (void)loop, (void)w, (void)revents;
    sleep(1); // expect: CA101
}

static void on_async(struct ev_loop *loop, ev_async *w, int revents)
{
    (void)loop, (void)w, (void)revents;
    usleep(100000); // expect: CA101
}

static void on_idle(struct ev_loop *loop, ev_idle *w, int revents)
{
    (void)revents;
    ev_idle_stop(loop, w);
    sync(); // expect: CA101
}

static void on_periodic(struct ev_loop *loop, ev_periodic *w, int revents)
{
    (void)loop, (void)w, (void)revents;
    fdatasync(1); // expect: CA101
}

int main(void)
{
    struct ev_loop *loop = EV_DEFAULT;
    ev_io io;
    ev_child child;
    ev_async async;
    ev_idle idle;
    ev_periodic periodic;

    ev_io_init(&io, on_io, 0, EV_READ);
    ev_io_start(loop, &io);
    ev_child_init(&child, on_child, 0, 0);
    ev_child_start(loop, &child);
    ev_async_init(&async, on_async);
    ev_async_start(loop, &async);
    ev_idle_init(&idle, on_idle);
    ev_idle_start(loop, &idle);
    ev_periodic_init(&periodic, on_periodic, 0., 60., 0);
    ev_periodic_start(loop, &periodic);
    ev_run(loop, 0);
    return 0;
}
