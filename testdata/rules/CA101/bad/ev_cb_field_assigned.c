// why: the watcher's callback is stored into its field by ev_set_cb(), not passed to a function
#include <ev.h>
#include <unistd.h>

struct session {
    ev_timer idle;
    int fd;
};

static void on_idle(struct ev_loop *loop, ev_timer *w, int revents)
{
    struct session *s = (struct session *)w;

    (void)revents;
    ev_timer_stop(loop, w);
    sleep(2); // expect: CA101
    close(s->fd);
}

int main(void)
{
    struct ev_loop *loop = EV_DEFAULT;
    static struct session s;

    ev_init(&s.idle, NULL);
    ev_timer_set(&s.idle, 30., 0.);
    ev_set_cb(&s.idle, on_idle);
    ev_timer_start(loop, &s.idle);
    ev_run(loop, 0);
    return 0;
}
