// why: MSG_DONTWAIT is a constant two calls up
#include <sys/socket.h>
#include <uv.h>

static int sock;

static ssize_t sock_recv(int fd, void *buf, size_t len, int flags)
{
    return recv(fd, buf, len, flags);
}

static ssize_t sock_peek(int fd, void *buf, size_t len, int flags)
{
    return sock_recv(fd, buf, len, flags | MSG_PEEK);
}

static void on_timer(uv_timer_t *timer)
{
    char c;

    if (sock_peek(sock, &c, 1, MSG_DONTWAIT) == 0)
        uv_timer_stop(timer);
}

int main(void)
{
    uv_timer_t timer;

    sock = socket(AF_INET, SOCK_STREAM, 0);
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
