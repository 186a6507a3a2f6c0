// why: the reload callback waits until the old worker thread has finished
#include <event2/event.h>
#include <pthread.h>
#include <signal.h>

static pthread_t worker;

static void *work(void *arg)
{
    return arg;
}

static void on_reload(evutil_socket_t sig, short what, void *arg)
{
    (void)sig, (void)what;
    pthread_join(worker, NULL); // expect: CA101
    pthread_create(&worker, NULL, work, arg);
}

int main(void)
{
    struct event_base *base = event_base_new();

    pthread_create(&worker, NULL, work, base);
    event_add(evsignal_new(base, SIGHUP, on_reload, base), NULL);
    return event_base_dispatch(base);
}
