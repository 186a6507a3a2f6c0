// why: the same helper, and the callback asks for the waiting form
#include <stdbool.h>
#include <sys/socket.h>
#include <uv.h>

static int sock;

static ssize_t net_recv(int fd, void *buf, size_t len, bool nonblock)
{
    return recv(fd, buf, len, nonblock ? MSG_DONTWAIT : 0); // expect: CA101
}

static void on_timer(uv_timer_t *timer)
{
    char buf[64];

    if (net_recv(sock, buf, sizeof(buf), false) == 0)
        uv_timer_stop(timer);
}

int main(void)
{
    uv_timer_t timer;
    char greeting[64];

    sock = socket(AF_INET, SOCK_STREAM, 0);
    if (net_recv(sock, greeting, sizeof(greeting), true) <= 0)
        return 1;
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
