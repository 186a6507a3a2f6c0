// why: the constant that comes down is MSG_WAITALL: it waits for every byte
#include <sys/socket.h>
#include <uv.h>

static int sock;

static ssize_t sock_recv(int fd, void *buf, size_t len, int flags)
{
    return recv(fd, buf, len, flags); // expect: CA101
}

static ssize_t sock_read_header(int fd, void *buf, size_t len, int flags)
{
    return sock_recv(fd, buf, len, flags | MSG_NOSIGNAL);
}

static void on_timer(uv_timer_t *timer)
{
    char header[16];

    if (sock_read_header(sock, header, sizeof(header), MSG_WAITALL) <= 0)
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
