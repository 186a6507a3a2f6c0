// why: a helper that polls one descriptor is not a loop, and at start-up it may wait
#include <poll.h>
#include <sys/socket.h>
#include <uv.h>

static int wait_readable(int fd, int ms)
{
    struct pollfd pfd = {.fd = fd, .events = POLLIN};

    return poll(&pfd, 1, ms) == 1 ? 0 : -1;
}

static int handshake(int fd)
{
    char hello[16];

    if (wait_readable(fd, 5000) != 0)
        return -1;
    return recv(fd, hello, sizeof(hello), 0) > 0 ? 0 : -1;
}

static void on_timer(uv_timer_t *timer)
{
    uv_timer_again(timer);
}

int main(void)
{
    uv_timer_t timer;

    if (handshake(0) != 0)
        return 1;
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
