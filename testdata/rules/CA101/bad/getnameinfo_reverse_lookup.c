// why: asked for the peer's name, getnameinfo() asks the DNS server for each new client
#include <event2/event.h>
#include <event2/listener.h>
#include <netdb.h>
#include <unistd.h>

static char last_peer[NI_MAXHOST];

static void on_accept(struct evconnlistener *l, evutil_socket_t fd, struct sockaddr *sa, int len,
                      void *arg)
{
    (void)l, (void)arg;
    getnameinfo(sa, (socklen_t)len, last_peer, sizeof(last_peer), NULL, 0, 0); // expect: CA101
    close(fd);
}

int main(void)
{
    struct event_base *base = event_base_new();

    evconnlistener_new_bind(base, on_accept, NULL, LEV_OPT_REUSEABLE, -1, NULL, 0);
    return event_base_dispatch(base);
}
