// program: event-loop
#include <event2/event.h>
#include <pthread.h>
#include <stddef.h>

struct worker {
    struct event_base *base;
    pthread_t thread;
};

static void on_notify(evutil_socket_t fd, short what, void *arg)
{
    (void)fd;
    (void)what;
    (void)arg;
}

static void *worker_main(void *arg)
{
    struct worker *w = arg;
    event_base_dispatch(w->base); // unit: event-loop
    return NULL;
}

int main(void)
{
    static struct worker workers[4];
    struct event_base *base = event_base_new();
    struct event *e = event_new(base, 0, EV_READ | EV_PERSIST, on_notify, NULL);
    for (int i = 0; i < 4; i++) {
        workers[i].base = event_base_new();
        pthread_create(&workers[i].thread, NULL, worker_main, &workers[i]);
    }
    event_add(e, NULL);
    return event_base_dispatch(base); // unit: event-loop
}
