// why: the same helper is right at start-up and wrong in the reconnect callback
#include <event2/event.h>
#include <netdb.h>
#include <stddef.h>

static struct addrinfo *resolve_upstream(const char *host)
{
    struct addrinfo *res = NULL;

    if (getaddrinfo(host, "5672", NULL, &res) != 0) // expect: CA101
        return NULL;
    return res;
}

static void on_reconnect(evutil_socket_t fd, short what, void *arg)
{
    struct addrinfo *res = resolve_upstream(arg);

    (void)fd, (void)what;
    if (res)
        freeaddrinfo(res);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct timeval tv = {30, 0};
    struct addrinfo *first = resolve_upstream("broker.internal");

    if (!first)
        return 1;
    event_add(event_new(base, -1, EV_PERSIST, on_reconnect, "broker.internal"), &tv);
    return event_base_dispatch(base);
}
