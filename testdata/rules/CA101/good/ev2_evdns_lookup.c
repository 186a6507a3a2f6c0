// why: evdns resolves on the loop itself, without waiting
#include <event2/dns.h>
#include <event2/event.h>
#include <event2/util.h>

static void on_address(int rc, struct evutil_addrinfo *res, void *arg)
{
    (void)arg;
    if (rc == 0)
        evutil_freeaddrinfo(res);
}

static void on_tick(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what;
    evdns_getaddrinfo(arg, "example.org", "80", NULL, on_address, NULL);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct evdns_base *dns = evdns_base_new(base, 1);
    struct event *tick = evtimer_new(base, on_tick, dns);
    struct timeval soon = {1, 0};

    evtimer_add(tick, &soon);
    return event_base_dispatch(base);
}
