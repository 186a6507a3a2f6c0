// why: a query that is answered in each turn, for as long as queries come
#include <event2/event.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

static void answer(int fd, const char *query, ssize_t n, const struct sockaddr_in *to)
{
    char reply[600];
    memset(reply, 0, sizeof reply);
    memcpy(reply, query, (size_t)n);
    sendto(fd, reply, (size_t)n, MSG_DONTWAIT, (const struct sockaddr *)to, sizeof *to);
}

static void on_udp(evutil_socket_t fd, short what, void *arg)
{
    struct sockaddr_in from;
    socklen_t len = sizeof from;
    char query[512];
    ssize_t n;

    (void)what;
    (void)arg;
    while ((n = recvfrom(fd, query, sizeof query, MSG_DONTWAIT, (struct sockaddr *)&from, // expect: CA102
                         &len)) > 0)
        answer(fd, query, n, &from);
}

int main(void)
{
    struct event_base *base = event_base_new();
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    struct event *ev = event_new(base, fd, EV_READ | EV_PERSIST, on_udp, NULL);
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
