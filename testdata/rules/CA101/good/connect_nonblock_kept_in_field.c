// why: the socket was made non-blocking when it was stored in its field; the callback uses the
//      field
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <uv.h>

struct upstream {
    int sock;
    struct sockaddr_in addr;
};

static int upstream_open(struct upstream *u)
{
    u->sock = socket(AF_INET, SOCK_STREAM, 0);
    if (u->sock < 0)
        return -1;
    return fcntl(u->sock, F_SETFL, O_NONBLOCK);
}

static void on_timer(uv_timer_t *timer)
{
    struct upstream *u = timer->data;

    connect(u->sock, (struct sockaddr *)&u->addr, sizeof(u->addr));
}

int main(void)
{
    static struct upstream u;
    uv_timer_t timer;

    if (upstream_open(&u) < 0)
        return 1;
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &u;
    uv_timer_start(&timer, on_timer, 0, 1000);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
