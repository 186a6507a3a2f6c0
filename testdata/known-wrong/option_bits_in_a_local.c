// why: the flags always hold NONBLOCK, but they are collected in a local before they go to the field (memcached's proxy)
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <uv.h>

enum { NONBLOCK = 1, KEEPALIVE = 2 };

struct backend {
    struct sockaddr_in to;
    int flags;
};

static int dial(const struct sockaddr_in *to, int options)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    if (options & NONBLOCK) {
        fcntl(fd, F_SETFL, O_NONBLOCK);
        connect(fd, (const struct sockaddr *)to, sizeof(*to));
    } else {
        connect(fd, (const struct sockaddr *)to, sizeof(*to)); // wrong: false CA101
    }
    return fd;
}

static void set_up(struct backend *b, int keepalive)
{
    int flags = NONBLOCK;

    if (keepalive)
        flags |= KEEPALIVE;
    b->flags = flags;
}

static void on_timer(uv_timer_t *timer)
{
    struct backend *b = timer->data;

    if (dial(&b->to, b->flags) < 0)
        uv_timer_stop(timer);
}

int main(int argc, char **argv)
{
    static struct backend b;
    uv_timer_t timer;

    (void)argv;
    set_up(&b, argc > 1);
    uv_timer_init(uv_default_loop(), &timer);
    timer.data = &b;
    uv_timer_start(&timer, on_timer, 0, 100);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
