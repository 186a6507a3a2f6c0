// why: a budget of bytes ends the drain
#include <event2/event.h>
#include <sys/socket.h>

enum { BUDGET = 256 * 1024 };
static unsigned long total;

static void consume(const char *data, ssize_t n)
{
    total += (unsigned long)n + (unsigned char)data[0];
}

static void on_read(evutil_socket_t fd, short what, void *arg)
{
    char buf[8192];
    long left = BUDGET;
    ssize_t n;

    (void)what;
    (void)arg;
    while ((n = recv(fd, buf, sizeof buf, MSG_DONTWAIT)) > 0) {
        consume(buf, n);
        left -= n;
        if (left <= 0)
            break;
    }
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct event *ev = event_new(base, 0, EV_READ | EV_PERSIST, on_read, NULL);
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
