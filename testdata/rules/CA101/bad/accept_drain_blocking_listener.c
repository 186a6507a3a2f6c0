// why: readiness promises one accept(); a loop on a blocking listener waits for the next client
#include <event2/event.h>
#include <sys/socket.h>
#include <unistd.h>

static void on_listener(evutil_socket_t fd, short what, void *arg)
{
    int client;

    (void)what, (void)arg;
    while ((client = accept(fd, NULL, NULL)) >= 0) // expect: CA101
        close(client);
}

int main(void)
{
    struct event_base *base = event_base_new();
    int s = socket(AF_INET, SOCK_STREAM, 0);

    listen(s, 16);
    event_add(event_new(base, s, EV_READ | EV_PERSIST, on_listener, NULL), NULL);
    return event_base_dispatch(base);
}
