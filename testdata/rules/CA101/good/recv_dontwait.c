// why: MSG_DONTWAIT makes this one call non-blocking whatever the socket is
#include <sys/socket.h>
#include <uv.h>

static int tap;

static void on_timer(uv_timer_t *timer)
{
    char buf[128];

    if (recv(tap, buf, sizeof(buf), MSG_PEEK | MSG_DONTWAIT) == 0)
        uv_timer_stop(timer);
}

int main(void)
{
    uv_timer_t timer;

    tap = socket(AF_INET, SOCK_STREAM, 0);
    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
