// why: the reading function says by true and false whether something came, and is asked until it says no
#include <event2/event.h>
#include <stdbool.h>
#include <sys/socket.h>

struct peer {
    int fd;
    char line[2048];
    ssize_t len;
    unsigned sum;
};

static bool peer_fetch(struct peer *p)
{
    p->len = recvfrom(p->fd, p->line, sizeof p->line, MSG_DONTWAIT, NULL, NULL);
    if (p->len <= 0)
        return false;
    return true;
}

static void peer_answer(struct peer *p)
{
    for (ssize_t i = 0; i < p->len; i++)
        p->sum = p->sum * 33 + (unsigned char)p->line[i];
    send(p->fd, &p->sum, sizeof p->sum, MSG_DONTWAIT);
}

static void on_readable(evutil_socket_t fd, short what, void *arg)
{
    struct peer *p = arg;

    (void)fd;
    (void)what;
    while (peer_fetch(p)) // expect: CA102
        peer_answer(p);
}

int main(void)
{
    static struct peer peer;
    struct event_base *base = event_base_new();
    peer.fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct event *ev = event_new(base, peer.fd, EV_READ | EV_PERSIST, on_readable, &peer);
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
