// why: event_active() from a thread, and nobody called evthread_use_pthreads()
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
    for (;;) {
        sleep(1);
        event_active(wake, EV_READ, 0); // expect: CA104
    }
    return arg;
}

int main(void)
{
    struct event_base *base = event_base_new();
    pthread_t t;
    wake = event_new(base, -1, EV_READ | EV_PERSIST, on_wake, NULL);
    event_add(wake, NULL);
    if (pthread_create(&t, NULL, worker, NULL))
        return 1;
    return event_base_dispatch(base);
}
