// why: libevent: main() runs the loop; a helper that a thread can reach too turns it once, when it
// is called while main() loads data; there is one loop, and it is main()'s
#include <event2/event.h>
#include <event2/thread.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

struct server {
    struct event_base *el;
};

static struct server server;
static atomic_int is_loading;
static int evictions;

static void on_evict(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what, (void)arg;
    evictions++;
}

static void *new_base(void)
{
    char *base = (char *)event_base_new();

    if (base == NULL)
        exit(1);
    return base;
}

static void start_evictions(void)
{
    struct timeval now = { 0, 1000 };

    event_base_once(server.el, -1, EV_TIMEOUT, on_evict, NULL, &now);
}

static void load_progress(int n)
{
    if (n % 64 == 0 && atomic_load(&is_loading))
        event_base_loop(server.el, EVLOOP_NONBLOCK);
}

static long parse(int n)
{
    long sum = 0;

    for (int i = 0; i < n; i++) {
        load_progress(i);
        sum += i;
    }
    return sum;
}

static void *io_thread(void *arg)
{
    long *sum = arg;

    *sum = parse(1000); /* nothing is loaded any more */
    return NULL;
}

int main(void)
{
    pthread_t io;
    long sum = 0;

    evthread_use_pthreads();
    server.el = new_base();
    start_evictions();
    atomic_store(&is_loading, 1);
    parse(128);
    atomic_store(&is_loading, 0);
    if (pthread_create(&io, NULL, io_thread, &sum) != 0)
        return 1;
    start_evictions();
    event_base_dispatch(server.el);
    pthread_join(io, NULL);
    printf("%ld, %d evictions\n", sum, evictions);
    return 0;
}
