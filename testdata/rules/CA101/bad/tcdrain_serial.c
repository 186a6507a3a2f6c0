// why: tcdrain() waits until the serial line has sent every byte
#include <ev.h>
#include <termios.h>

static void on_line(struct ev_loop *loop, ev_io *w, int revents)
{
    (void)revents;
    if (tcdrain(w->fd) != 0) // expect: CA101
        ev_io_stop(loop, w);
}

int main(void)
{
    struct ev_loop *loop = EV_DEFAULT;
    ev_io line;

    ev_io_init(&line, on_line, 0, EV_WRITE);
    ev_io_start(loop, &line);
    ev_run(loop, 0);
    return 0;
}
