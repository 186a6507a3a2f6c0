#include "net.h"

#include <event2/event.h>
#include <netinet/in.h>
#include <sys/socket.h>

static void on_tick(evutil_socket_t sig, short what, void *arg)
{
    int fd = net_socket();

    (void)sig, (void)what;
    if (fd >= 0)
        connect(fd, arg, sizeof(struct sockaddr_in));
}

int main(void)
{
    static struct sockaddr_in to = {.sin_family = AF_INET};
    struct event_base *base = event_base_new();
    struct timeval tv = {5, 0};

    event_add(event_new(base, -1, EV_PERSIST, on_tick, &to), &tv);
    return event_base_dispatch(base);
}
