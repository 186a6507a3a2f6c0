// why: connect() on an ordinary TCP socket waits for the handshake: up to two minutes
#include <ev.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

static struct sockaddr_in backend;

static void on_retry(struct ev_loop *loop, ev_timer *w, int revents)
{
    int fd = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);

    (void)revents;
    if (connect(fd, (struct sockaddr *)&backend, sizeof(backend)) == 0) // expect: CA101
        ev_timer_stop(loop, w);
    close(fd);
}

int main(void)
{
    struct ev_loop *loop = EV_DEFAULT;
    ev_timer retry;

    ev_timer_init(&retry, on_retry, 0., 5.);
    ev_timer_start(loop, &retry);
    ev_run(loop, 0);
    return 0;
}
