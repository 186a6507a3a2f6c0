// why: 16 MiB of state are packed with zlib on the loop, once a minute
#include <event2/event.h>
#include <zlib.h>

#define STATE_SIZE (16 * 1024 * 1024)
static unsigned char state[STATE_SIZE], packed[STATE_SIZE + 65536];

static int save(void)
{
    uLongf n = sizeof packed;
    return compress2(packed, &n, state, sizeof state, 6); // expect: CA102
}

static void on_minute(evutil_socket_t fd, short what, void *arg)
{
    (void)fd;
    (void)what;
    *(int *)arg = save();
}

int main(void)
{
    static int result;
    struct timeval minute = {60, 0};
    struct event_base *base = event_base_new();
    struct event *ev = event_new(base, -1, EV_PERSIST, on_minute, &result);
    event_add(ev, &minute);
    return event_base_dispatch(base);
}
