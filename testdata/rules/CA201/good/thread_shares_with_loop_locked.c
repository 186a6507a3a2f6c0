// why: libevent: the thread that a callback starts and the next callback hold the same mutex
#include <event2/event.h>
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_t resolver;
static int resolved;

static void *resolve(void *arg)
{
    for (int i = 0; i < 100; i++) {
        pthread_mutex_lock(&lock);
        resolved++;
        pthread_mutex_unlock(&lock);
    }
    return arg;
}

static void on_start(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what, (void)arg;
    pthread_create(&resolver, NULL, resolve, NULL);
}

static void on_report(evutil_socket_t fd, short what, void *arg)
{
    int n;

    (void)fd, (void)what;
    pthread_mutex_lock(&lock);
    n = resolved;
    pthread_mutex_unlock(&lock);
    printf("%d\n", n);
    event_base_loopbreak(arg);
}

int main(void)
{
    struct event_base *base = event_base_new();
    struct timeval now = { 0, 0 }, later = { 0, 20000 };

    event_base_once(base, -1, EV_TIMEOUT, on_start, NULL, &now);
    event_base_once(base, -1, EV_TIMEOUT, on_report, base, &later);
    event_base_dispatch(base);
    pthread_join(resolver, NULL);
    event_base_free(base);
    return 0;
}
