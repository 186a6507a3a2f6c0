// why: a request of at most 64 KiB is hashed: a tenth of a millisecond
#include <event2/event.h>
#include <openssl/sha.h>
#include <unistd.h>

static unsigned char digest[32];

static void on_read(evutil_socket_t fd, short what, void *arg)
{
    static char buf[65536];
    ssize_t n = read(fd, buf, sizeof buf);
    (void)what;
    (void)arg;
    if (n > 0)
        SHA256((unsigned char *)buf, (size_t)n, digest);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct event *ev = event_new(base, 0, EV_READ | EV_PERSIST, on_read, NULL);
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
