// why: an event loop accepts, and then gives each client a thread of its own
#include <event2/event.h>
#include <event2/listener.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>

static void *talk(void *arg)
{
    int fd = (int)(intptr_t)arg;
    char buf[512];
    while (read(fd, buf, sizeof buf) > 0)
        ;
    close(fd);
    return NULL;
}

static void on_client(struct evconnlistener *listener, evutil_socket_t fd, struct sockaddr *peer, int len,
                      void *arg)
{
    pthread_t thread;
    (void)listener;
    (void)peer;
    (void)len;
    (void)arg;
    if (pthread_create(&thread, NULL, talk, (void *)(intptr_t)fd) == 0) // expect: CA302
        pthread_detach(thread);
}

int main(void)
{
    struct event_base *base = event_base_new();
    evconnlistener_new_bind(base, on_client, NULL, LEV_OPT_CLOSE_ON_FREE, -1, NULL, 0);
    return event_base_dispatch(base);
}
