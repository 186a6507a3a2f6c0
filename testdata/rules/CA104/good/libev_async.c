// why: ev_async_send() is the call for other threads
#include <ev.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static ev_async wake;
static struct ev_loop *loop;

static void on_wake(struct ev_loop *l, ev_async *w, int events)
{
    (void)w;
    (void)events;
    ev_break(l, EVBREAK_ALL);
}

static void *worker(void *arg)
{
    sleep(1);
    ev_async_send(loop, &wake);
    return arg;
}

int main(void)
{
    pthread_t t;
    loop = ev_default_loop(0);
    ev_async_init(&wake, on_wake);
    ev_async_start(loop, &wake);
    if (pthread_create(&t, NULL, worker, NULL))
        return 1;
    ev_run(loop, 0);
    return pthread_join(t, NULL);
}
