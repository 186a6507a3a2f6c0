// why: libevent: two loops on two threads, each with a table of its own as the callback's argument
#include <event2/event.h>
#include <event2/thread.h>
#include <pthread.h>

struct worker {
    pthread_t thread;
    int hits[8];
};

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
    struct worker *w = arg;

    (void)fd, (void)what;
    for (int i = 0; i < 8; i++)
        w->hits[i]++;
}

static void *run_loop(void *arg)
{
    struct event_base *base = event_base_new();
    struct timeval now = { 0, 1000 };

    event_base_once(base, -1, EV_TIMEOUT, on_timer, arg, &now);
    event_base_dispatch(base);
    event_base_free(base);
    return NULL;
}

int main(void)
{
    static struct worker workers[2];

    evthread_use_pthreads();
    for (int i = 0; i < 2; i++)
        pthread_create(&workers[i].thread, NULL, run_loop, &workers[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(workers[i].thread, NULL);
    return 0;
}
