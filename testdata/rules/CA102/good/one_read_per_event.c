// why: level-triggered: one read for each event, and the loop comes back while there is more
#include <event2/event.h>
#include <openssl/sha.h>
#include <sys/socket.h>

static SHA256_CTX sha;

static void on_read(evutil_socket_t fd, short what, void *arg)
{
    char buf[8192];
    ssize_t n = recv(fd, buf, sizeof buf, MSG_DONTWAIT);
    (void)what;
    (void)arg;
    if (n > 0)
        SHA256_Update(&sha, buf, (size_t)n);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct event *ev = event_new(base, 0, EV_READ | EV_PERSIST, on_read, NULL);
    SHA256_Init(&sha);
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
