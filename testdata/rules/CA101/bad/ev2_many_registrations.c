// why: each way to hand a callback to libevent leads to the loop
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/event_struct.h>
#include <event2/http.h>
#include <signal.h>
#include <unistd.h>

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what, (void)arg;
    sleep(1); // expect: CA101
}

static void on_signal(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what, (void)arg;
    fsync(1); // expect: CA101
}

static void on_assigned(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what, (void)arg;
    usleep(100000); // expect: CA101
}

static void on_once(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what, (void)arg;
    sync(); // expect: CA101
}

static void on_bev_event(struct bufferevent *bev, short what, void *arg)
{
    (void)what, (void)arg;
    fdatasync(1); // expect: CA101
    bufferevent_free(bev);
}

static void on_request(struct evhttp_request *req, void *arg)
{
    (void)arg;
    sleep(2); // expect: CA101
    evhttp_send_error(req, 503, NULL);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct timeval tv = {1, 0};
    static struct event assigned;
    struct bufferevent *bev = bufferevent_socket_new(base, 0, 0);
    struct evhttp *http = evhttp_new(base);

    event_add(evtimer_new(base, on_timer, NULL), &tv);
    event_add(evsignal_new(base, SIGHUP, on_signal, NULL), NULL);
    event_assign(&assigned, base, 0, EV_READ, on_assigned, NULL);
    event_add(&assigned, NULL);
    event_base_once(base, -1, EV_TIMEOUT, on_once, NULL, &tv);
    bufferevent_setcb(bev, NULL, NULL, on_bev_event, NULL);
    evhttp_set_gencb(http, on_request, NULL);
    return event_base_dispatch(base);
}
