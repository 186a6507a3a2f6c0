// why: the program reads by a function of its own, and for as long as the peer sends
#include <event2/event.h>
#include <sys/socket.h>

static unsigned long sum;

static ssize_t conn_read(int fd, char *buf, size_t n)
{
    ssize_t got = recv(fd, buf, n, MSG_DONTWAIT);
    return got < 0 ? -1 : got;
}

static void handle(const char *data, ssize_t n)
{
    for (ssize_t i = 0; i < n; i++)
        sum = sum * 31 + (unsigned char)data[i];
}

static void on_read(evutil_socket_t fd, short what, void *arg)
{
    char buf[4096];
    ssize_t n;

    (void)what;
    (void)arg;
    while ((n = conn_read(fd, buf, sizeof buf)) > 0) // expect: CA102
        handle(buf, n);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct event *ev = event_new(base, 0, EV_READ | EV_PERSIST, on_read, NULL);
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
