// why: the same one-descriptor helper called from a callback holds the loop for up to five seconds
#include <poll.h>
#include <sys/socket.h>
#include <uv.h>

static int wait_readable(int fd, int ms)
{
    struct pollfd pfd = {.fd = fd, .events = POLLIN};

    return poll(&pfd, 1, ms) == 1 ? 0 : -1; // expect: CA101
}

static int upstream = 3;

static void on_timer(uv_timer_t *timer)
{
    char hello[16];

    if (wait_readable(upstream, 5000) != 0 ||
        recv(upstream, hello, sizeof(hello), MSG_DONTWAIT) <= 0)
        uv_timer_stop(timer);
}

int main(void)
{
    uv_timer_t timer;

    if (wait_readable(upstream, 100) != 0)
        return 1;
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
