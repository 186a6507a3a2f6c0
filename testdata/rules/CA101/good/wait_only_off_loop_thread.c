// why: the wait is guarded by a test that this is not the loop's own thread
#include <event2/event.h>
#include <pthread.h>

struct base {
    pthread_t owner;
    pthread_mutex_t lock;
    pthread_cond_t idle;
    int running;
};

static void base_cancel(struct base *b)
{
    pthread_mutex_lock(&b->lock);
    if (b->running && !pthread_equal(pthread_self(), b->owner))
        pthread_cond_wait(&b->idle, &b->lock);
    b->running = 0;
    pthread_mutex_unlock(&b->lock);
}

static void on_tick(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what;
    base_cancel(arg);
}

int main(void)
{
    static struct base b = {.lock = PTHREAD_MUTEX_INITIALIZER, .idle = PTHREAD_COND_INITIALIZER};
    struct event_base *base = event_base_new();
    struct timeval tv = {5, 0};

    b.owner = pthread_self();
    event_add(event_new(base, -1, EV_PERSIST, on_tick, &b), &tv);
    return event_base_dispatch(base);
}
