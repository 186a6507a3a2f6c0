// why: `if (nonblock)` guards the fcntl(); the callback passes 1, only start-up passes 0
#include <event2/event.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>

static int tcp_connect(const struct sockaddr_in *to, int nonblock)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    if (fd < 0)
        return -1;
    if (nonblock)
        fcntl(fd, F_SETFL, O_NONBLOCK);
    connect(fd, (const struct sockaddr *)to, sizeof(*to));
    return fd;
}

static void on_tick(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what;
    tcp_connect(arg, 1);
}

int main(void)
{
    static struct sockaddr_in to = {.sin_family = AF_INET};
    struct event_base *base = event_base_new();
    struct timeval tv = {5, 0};

    if (tcp_connect(&to, 0) < 0)
        return 1;
    event_add(event_new(base, -1, EV_PERSIST, on_tick, &to), &tv);
    return event_base_dispatch(base);
}
