// why: the listening socket is watched by event_new(): accept and thread in the callback
#include <event2/event.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>

static void *work(void *arg)
{
    char buf[256];
    while (read((int)(intptr_t)arg, buf, sizeof buf) > 0)
        ;
    close((int)(intptr_t)arg);
    return NULL;
}

static void on_listener(evutil_socket_t listener, short what, void *arg)
{
    pthread_t t;
    int fd = accept(listener, NULL, NULL);
    (void)what;
    (void)arg;
    if (fd >= 0 && pthread_create(&t, NULL, work, (void *)(intptr_t)fd) == 0) // expect: CA302
        pthread_detach(t);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct event *e = event_new(base, 3, EV_READ | EV_PERSIST, on_listener, NULL);
    event_add(e, NULL);
    return event_base_dispatch(base);
}
