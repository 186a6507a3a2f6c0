// why: a flag with several sources stands between the test for the thread and the wait: libevent's event_del()
#include <event2/event.h>
#include <pthread.h>

struct base {
    pthread_t owner;
    pthread_mutex_t lock;
    pthread_cond_t idle;
    int running, closing;
};

static void base_cancel(struct base *b, int blocking)
{
    pthread_mutex_lock(&b->lock);
    if (b->running && !pthread_equal(pthread_self(), b->owner) && (blocking == 1 || b->closing))
        pthread_cond_wait(&b->idle, &b->lock); // wrong: false CA101
    b->running = 0;
    pthread_mutex_unlock(&b->lock);
}

static void on_tick(evutil_socket_t fd, short what, void *arg)
{
    (void)fd, (void)what;
    base_cancel(arg, arg != NULL);
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
