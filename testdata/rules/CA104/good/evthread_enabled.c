// why: evthread_use_pthreads() makes the base usable from threads
#include <event2/thread.h>
#include <event2/event.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static struct event *wake;

static void on_wake(evutil_socket_t fd, short what, void *arg)
{
    (void)fd;
    (void)what;
    (void)arg;
}

static void *worker(void *arg)
{
    sleep(1);
    event_active(wake, EV_READ, 0);
    return arg;
}

int main(void)
{
    pthread_t t;
    if (evthread_use_pthreads() < 0)
        return 1;
    struct event_base *base = event_base_new();
    wake = event_new(base, -1, EV_READ | EV_PERSIST, on_wake, NULL);
    event_add(wake, NULL);
    if (pthread_create(&t, NULL, worker, NULL))
        return 1;
    return event_base_dispatch(base);
}
