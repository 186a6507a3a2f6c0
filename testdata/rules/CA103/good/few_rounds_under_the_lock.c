// why: a dozen rounds under the lock are over in microseconds
#include <event2/event.h>
#include <openssl/sha.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct table {
    pthread_mutex_t lock;
    unsigned char root[32];
    unsigned n;
};

static void stretch(unsigned char digest[32], unsigned rounds)
{
    for (unsigned i = 0; i < rounds; i++)
        SHA256(digest, 32, digest);
}

static void *sealer(void *arg)
{
    struct table *t = arg;

    for (;;) {
        pthread_mutex_lock(&t->lock);
        stretch(t->root, 12);
        t->n = 0;
        pthread_mutex_unlock(&t->lock);
    }
    return NULL;
}

static void on_read(evutil_socket_t fd, short what, void *arg)
{
    struct table *t = arg;

    (void)fd, (void)what;
    pthread_mutex_lock(&t->lock);
    t->n++;
    pthread_mutex_unlock(&t->lock);
}

int main(void)
{
    struct table *t = calloc(1, sizeof *t);
    struct event_base *base = event_base_new();
    pthread_t thread;

    if (!t)
        return 1;
    pthread_mutex_init(&t->lock, NULL);
    pthread_create(&thread, NULL, sealer, t);
    event_add(event_new(base, 0, EV_READ | EV_PERSIST, on_read, t), NULL);
    return event_base_dispatch(base);
}
