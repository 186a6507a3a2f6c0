// why: on EAGAIN the state machine sets its stop flag: nothing is retried
#include <errno.h>
#include <event.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/socket.h>
#include <unistd.h>

struct conn {
    struct event ev;
    int fd, state;
};

static void drive_machine(struct conn *c)
{
    bool stop = false;
    int sfd;

    while (!stop) {
        switch (c->state) {
        case 0:
            sfd = accept(c->fd, NULL, NULL);
            if (sfd == -1) {
                if (errno == EAGAIN || errno == EWOULDBLOCK)
                    stop = true;
                else
                    c->state = 1;
                break;
            }
            if (fcntl(sfd, F_SETFL, fcntl(sfd, F_GETFL) | O_NONBLOCK) < 0) {
                close(sfd);
                break;
            }
            if (write(sfd, "busy\r\n", 6) != 6)
                c->state = 1;
            close(sfd);
            stop = true;
            break;
        default:
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

int main(void)
{
    static struct conn c;

    c.fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    listen(c.fd, 16);
    event_init();
    event_set(&c.ev, c.fd, EV_READ | EV_PERSIST, on_event, &c);
    event_add(&c.ev, NULL);
    return event_dispatch();
}
