// why: each stage makes the next stage's event active, and the last one none
#include <event2/event.h>
#include <sys/socket.h>

struct pipeline {
    struct event *parse, *answer;
    int fd;
    char line[512];
    ssize_t n;
    unsigned sum;
};

static void on_answer(evutil_socket_t fd, short what, void *arg)
{
    struct pipeline *p = arg;
    (void)fd;
    (void)what;
    send(p->fd, &p->sum, sizeof p->sum, MSG_DONTWAIT);
}

static void on_parse(evutil_socket_t fd, short what, void *arg)
{
    struct pipeline *p = arg;
    (void)fd;
    (void)what;
    for (ssize_t i = 0; i < p->n; i++)
        p->sum += (unsigned char)p->line[i];
    event_active(p->answer, EV_TIMEOUT, 0);
}

static void on_read(evutil_socket_t fd, short what, void *arg)
{
    struct pipeline *p = arg;
    (void)what;
    p->n = recv(fd, p->line, sizeof p->line, MSG_DONTWAIT);
    if (p->n > 0)
        event_active(p->parse, EV_TIMEOUT, 0);
}

int main(void)
{
    static struct pipeline p;
    struct event_base *base = event_base_new();

    p.fd = socket(AF_INET, SOCK_DGRAM, 0);
    p.parse = event_new(base, -1, 0, on_parse, &p);
    p.answer = event_new(base, -1, 0, on_answer, &p);
    event_add(event_new(base, p.fd, EV_READ | EV_PERSIST, on_read, &p), NULL);
    return event_base_dispatch(base);
}
