// why: the worker writes one byte into a pipe that the loop watches
#include <event2/event.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static int wake[2];

static void on_wake(evutil_socket_t fd, short what, void *arg)
{
    char c;
    (void)what;
    if (read(fd, &c, 1) == 1)
        event_base_loopbreak(arg);
}

static void *worker(void *arg)
{
    sleep(1);
    if (write(wake[1], "x", 1) != 1)
        abort();
    return arg;
}

int main(void)
{
    struct event_base *base = event_base_new();
    pthread_t t;
    if (pipe(wake) || evutil_make_socket_nonblocking(wake[0]))
        return 1;
    event_add(event_new(base, wake[0], EV_READ | EV_PERSIST, on_wake, base), NULL);
    if (pthread_create(&t, NULL, worker, NULL))
        return 1;
    return event_base_dispatch(base);
}
