// program: event-loop
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/listener.h>

static void on_read(struct bufferevent *b, void *arg)
{
    (void)arg;
    evbuffer_add_buffer(bufferevent_get_output(b), bufferevent_get_input(b));
}

static void on_accept(struct evconnlistener *l, evutil_socket_t fd, struct sockaddr *from, int n, void *arg)
{
    struct bufferevent *b = bufferevent_socket_new(arg, fd, BEV_OPT_CLOSE_ON_FREE);
    (void)l;
    (void)from;
    (void)n;
    bufferevent_setcb(b, on_read, NULL, NULL, NULL);
    bufferevent_enable(b, EV_READ | EV_WRITE);
}

int main(void)
{
    struct event_base *base = event_base_new();
    evconnlistener_new_bind(base, on_accept, base, LEV_OPT_REUSEABLE, -1, NULL, 0);
    return event_base_dispatch(base); // unit: event-loop
}
