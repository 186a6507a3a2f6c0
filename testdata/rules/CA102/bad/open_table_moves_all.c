// why: an open table is copied slot by slot when it is three quarters full, inside of a request
#include <event2/event.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>

struct slot {
    uint64_t key, value;
};
struct cache {
    struct slot *slots;
    unsigned mask, used;
};

static void cache_put(struct cache *c, uint64_t key, uint64_t value);

static void cache_resize(struct cache *c, unsigned size)
{
    struct slot *old = c->slots;
    unsigned n = c->mask + 1;

    c->slots = calloc(size, sizeof *c->slots);
    c->mask = size - 1;
    c->used = 0;
    for (unsigned i = 0; i < n; i++) // expect: CA102
        if (old[i].key != 0)
            cache_put(c, old[i].key, old[i].value);
    free(old);
}

static void cache_put(struct cache *c, uint64_t key, uint64_t value)
{
    unsigned i;

    if (4 * c->used >= 3 * (c->mask + 1))
        cache_resize(c, 2 * (c->mask + 1));
    for (i = (unsigned)key & c->mask; c->slots[i].key != 0 && c->slots[i].key != key;
         i = (i + 1) & c->mask)
        ;
    c->used += c->slots[i].key == 0;
    c->slots[i].key = key;
    c->slots[i].value = value;
}

static void on_packet(evutil_socket_t fd, short what, void *arg)
{
    uint64_t pair[2];

    (void)what;
    if (recv(fd, pair, sizeof pair, MSG_DONTWAIT) == sizeof pair && pair[0] != 0)
        cache_put(arg, pair[0], pair[1]);
}

int main(void)
{
    static struct cache cache;
    struct event_base *base = event_base_new();
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    cache.slots = calloc(64, sizeof *cache.slots);
    cache.mask = 63;
    struct event *ev = event_new(base, fd, EV_READ | EV_PERSIST, on_packet, &cache);
    event_add(ev, NULL);
    return event_base_dispatch(base);
}
