// why: connect() on a datagram socket only notes the address
#include <event2/event.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

static struct sockaddr_in own;

static void on_tick(evutil_socket_t sig, short what, void *arg)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(53)};
    socklen_t len = sizeof(own);
    int fd;

    (void)sig, (void)what, (void)arg;
    if ((fd = socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP)) >= 0 &&
        connect(fd, (struct sockaddr *)&to, sizeof(to)) == 0)
        getsockname(fd, (struct sockaddr *)&own, &len);
    if (fd >= 0)
        close(fd);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct timeval tv = {5, 0};

    event_add(event_new(base, -1, EV_PERSIST, on_tick, NULL), &tv);
    return event_base_dispatch(base);
}
