// why: each state has its own call and its own EAGAIN; none is repeated before the loop is back
// flags: -D_GNU_SOURCE
#include <errno.h>
#include <event.h>
#include <stdbool.h>
#include <sys/socket.h>
#include <unistd.h>

enum state { LISTENING, READING, CLOSING };
struct conn {
    struct event ev;
    int fd;
    enum state state;
    char buf[256];
};

static bool update_event(struct conn *c, int flags)
{
    event_del(&c->ev);
    return event_add(&c->ev, NULL) == 0 && flags != 0;
}

static void drive_machine(struct conn *c)
{
    bool stop = false;
    int sfd;

    while (!stop) {
        switch (c->state) {
        case LISTENING:
            sfd = accept4(c->fd, NULL, NULL, SOCK_NONBLOCK);
            if (sfd == -1) {
                stop = true;
                break;
            }
            if (write(sfd, "busy\r\n", 6) != 6)
                c->state = CLOSING;
            close(sfd);
            stop = true;
            break;
        case READING:
            if (recv(c->fd, c->buf, sizeof(c->buf), 0) > 0)
                break;
            if (errno == EAGAIN || errno == EWOULDBLOCK) {
                if (!update_event(c, EV_READ | EV_PERSIST)) {
                    c->state = CLOSING;
                    break;
                }
                stop = true;
                break;
            }
            c->state = CLOSING;
            break;
        case CLOSING:
            close(c->fd);
            stop = true;
            break;
        }
    }
}

static void on_event(int fd, short what, void *arg)
{
    (void)fd, (void)what;
    drive_machine(arg);
}

int main(int argc, char **argv)
{
    static struct conn c;

    (void)argv;
    c.fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    c.state = argc > 1 ? READING : LISTENING;
    listen(c.fd, 16);
    event_init();
    event_set(&c.ev, c.fd, EV_READ | EV_PERSIST, on_event, &c);
    event_add(&c.ev, NULL);
    return event_dispatch();
}
