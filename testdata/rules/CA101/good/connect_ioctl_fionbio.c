// why: ioctl(FIONBIO) is the other way to switch a socket to non-blocking
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <uv.h>

static struct sockaddr_in to;

static void on_timer(uv_timer_t *timer)
{
    int on = 1;
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    if (fd < 0 || ioctl(fd, FIONBIO, &on) < 0) {
        uv_timer_stop(timer);
        return;
    }
    connect(fd, (struct sockaddr *)&to, sizeof(to));
}

int main(void)
{
    uv_timer_t timer;

    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
