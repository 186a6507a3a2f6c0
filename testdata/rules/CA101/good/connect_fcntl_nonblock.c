// why: fcntl(O_NONBLOCK) before connect(): it returns at once
#include <ev.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>

static struct sockaddr_in backend;
static ev_io writable;

static void on_connected(struct ev_loop *loop, ev_io *w, int revents)
{
    int error = 0;
    socklen_t len = sizeof(error);

    (void)revents;
    getsockopt(w->fd, SOL_SOCKET, SO_ERROR, &error, &len);
    ev_io_stop(loop, w);
}

static void on_retry(struct ev_loop *loop, ev_timer *w, int revents)
{
    int fd = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);

    (void)w, (void)revents;
    if (fd < 0 || fcntl(fd, F_SETFL, fcntl(fd, F_GETFL, 0) | O_NONBLOCK) < 0)
        return;
    connect(fd, (struct sockaddr *)&backend, sizeof(backend));
    ev_io_init(&writable, on_connected, fd, EV_WRITE);
    ev_io_start(loop, &writable);
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
