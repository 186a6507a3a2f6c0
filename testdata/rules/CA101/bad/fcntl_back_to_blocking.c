// why: the socket was non-blocking while it connected and is switched back: recv() waits again
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <uv.h>

static struct sockaddr_in to;

static int greeting(char *buf, size_t size)
{
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);

    if (fd < 0 || connect(fd, (struct sockaddr *)&to, sizeof(to)) == 0)
        return fd;
    fcntl(fd, F_SETFL, 0);
    return recv(fd, buf, size, 0) > 0 ? fd : -1; // expect: CA101
}

static void on_timer(uv_timer_t *timer)
{
    char buf[64];

    if (greeting(buf, sizeof(buf)) < 0)
        uv_timer_stop(timer);
}

int main(void)
{
    uv_timer_t timer;

    uv_timer_init(uv_default_loop(), &timer);
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
