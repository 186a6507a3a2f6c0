// why: libevent: two loops, each on its own thread, whose timers write one table
#include <event2/event.h>
#include <event2/thread.h>
#include <pthread.h>

static int hits[8];

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what, (void)arg;
    for (int i = 0; i < 8; i++)
        hits[i]++; // expect: CA201
}

static void *run_loop(void *arg)
{
    struct event_base *base = event_base_new();
    struct timeval now = { 0, 1000 };

    event_base_once(base, -1, EV_TIMEOUT, on_timer, NULL, &now);
    event_base_dispatch(base);
    event_base_free(base);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    evthread_use_pthreads();
    pthread_create(&a, NULL, run_loop, NULL);
    pthread_create(&b, NULL, run_loop, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
