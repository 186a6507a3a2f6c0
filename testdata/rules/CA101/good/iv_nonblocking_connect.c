// why: the socket is non-blocking from birth: connect() returns EINPROGRESS and the handler goes on
//      later
#include <iv.h>
#include <netinet/in.h>
#include <sys/socket.h>

struct link {
    struct iv_timer retry;
    struct iv_fd fd;
    struct sockaddr_in to;
};

static void on_connected(void *cookie)
{
    struct link *l = cookie;

    iv_fd_unregister(&l->fd);
}

static void on_retry(void *cookie)
{
    struct link *l = cookie;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

    connect(fd, (struct sockaddr *)&l->to, sizeof(l->to));
    IV_FD_INIT(&l->fd);
    l->fd.fd = fd;
    l->fd.cookie = l;
    l->fd.handler_out = on_connected;
    iv_fd_register(&l->fd);
}

int main(void)
{
    static struct link l;

    iv_init();
    IV_TIMER_INIT(&l.retry);
    l.retry.cookie = &l;
    l.retry.handler = on_retry;
    iv_timer_register(&l.retry);
    iv_main();
    return 0;
}
