// why: nobody is connected yet: resolving, connecting and retrying before the loop runs is fine
#include <event2/event.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

static int dial(const char *host)
{
    struct addrinfo *res = NULL;
    int fd = -1;

    while (getaddrinfo(host, "5672", NULL, &res) != 0)
        sleep(1);
    fd = socket(res->ai_family, SOCK_STREAM, 0);
    if (connect(fd, res->ai_addr, res->ai_addrlen) != 0) {
        close(fd);
        fd = -1;
    }
    freeaddrinfo(res);
    return fd;
}

static void on_readable(evutil_socket_t fd, short what, void *arg)
{
    char buf[256];

    (void)what;
    if (recv(fd, buf, sizeof(buf), 0) <= 0)
        event_base_loopbreak(arg);
}

int main(void)
{
    struct event_base *base = event_base_new();
    int fd = dial("broker.internal");

    if (fd < 0)
        return 1;
    event_add(event_new(base, fd, EV_READ | EV_PERSIST, on_readable, base), NULL);
    return event_base_dispatch(base);
}
